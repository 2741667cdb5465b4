using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace CadreDocs.Service.Hosting;

/// <summary>
/// Proxies that may say who calls and by which scheme (<c>X-Forwarded-For</c>, <c>X-Forwarded-Proto</c>): the setting <c>Hosting:Proxies</c>, addresses and networks.
/// Anybody can send these headers, so without the setting none is read, not even from this machine. The host is never taken from a header: <c>Hosting:Origin</c> says it.
/// </summary>
internal static class Proxies
{
    public static void AddProxies(this WebApplicationBuilder builder)
    {
        var trusted = Read(builder.Configuration);
        builder.Services.AddSingleton(PublicOrigin.From(builder.Configuration));
        builder.Services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = trusted.Count == 0 ? ForwardedHeaders.None : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;

            // As far back as the chain is trusted.
            options.ForwardLimit = null;
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            foreach (var network in trusted)
            {
                options.KnownIPNetworks.Add(network);
            }
        });
    }

    private static List<IPNetwork> Read(ConfigurationManager configuration) =>
        (configuration.GetSection("Hosting:Proxies").Get<string[]>() ?? []).Select(Parse).ToList();

    private static IPNetwork Parse(string text)
    {
        if (IPNetwork.TryParse(text, out var network))
        {
            return network;
        }

        return IPAddress.TryParse(text, out var address)
            ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
            : throw new SettingException($"设置 Hosting:Proxies 中的“{text}”不是地址，也不是网段（如 10.0.0.0/24）。 / Hosting:Proxies: '{text}' is neither an address nor a network such as 10.0.0.0/24.");
    }
}
