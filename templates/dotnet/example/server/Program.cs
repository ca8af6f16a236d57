using System.ComponentModel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ModelContextProtocol.Server;

var builder = Host.CreateApplicationBuilder(args);
// Standard output belongs to the protocol.
builder.Logging.ClearProviders();
builder.Services.AddMcpServer().WithStdioServerTransport().WithTools<Words>();
await builder.Build().RunAsync();

[McpServerToolType]
internal sealed class Words
{
    [McpServerTool(Name = "count_words"), Description("Counts the words of a text.")]
    public static string CountWords(string text) =>
        $"{text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length} words";
}
