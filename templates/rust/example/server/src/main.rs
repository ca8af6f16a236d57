//! An MCP server over stdio with one tool.
use mcport::{tool, tools, McpServer};

/// Counts the words of a text.
#[tool]
fn count_words(text: String) -> u32 {
    text.split_whitespace().count() as u32
}

fn main() -> std::io::Result<()> {
    let (name, version) = (env!("CARGO_PKG_NAME"), env!("CARGO_PKG_VERSION"));
    McpServer::new(name, version).tools(tools![count_words]).serve()
}
