"""An MCP server that counts words."""

from importlib.metadata import version

from mcp.server.mcpserver import MCPServer
from pydantic import BaseModel

server = MCPServer("words", version=version("words-server"))


class Count(BaseModel):
    words: int


@server.tool()
def count_words(text: str) -> Count:
    """Counts the words of a text."""
    return Count(words=len(text.split()))


def main() -> None:
    server.run()
