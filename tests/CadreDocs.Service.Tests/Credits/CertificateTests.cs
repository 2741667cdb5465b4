using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Tests.Credits;

public sealed class CertificateTests(ServiceFixture service) : IClassFixture<ServiceFixture>
{
    private static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.7 certificate");
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];

    [Fact]
    public async Task Certificate_is_kept_shown_and_replaced_and_the_old_one_is_gone()
    {
        using var cadre = await service.As("p2003");
        var training = await Training(cadre, "p2003", "校长研修班");
        // Equal files are kept once: this one is nobody else's.
        var scan = Encoding.ASCII.GetBytes("%PDF-1.7 certificate that is replaced");
        var kept = await Put(cadre, "p2003", training, scan, "证书.pdf");
        Assert.Equal((true, "证书.pdf"), ((bool)kept["hasCertificate"]!, (string?)kept["certificateName"]));
        using var secretary = await service.As("p2001");
        using var seen = await secretary.GetAsync(Address("p2003", training), Api.Cancel);
        Assert.Equal(("application/pdf", "attachment"), (seen.Content.Headers.ContentType!.MediaType, seen.Content.Headers.ContentDisposition!.DispositionType));
        Assert.Equal(scan, await seen.Content.ReadAsByteArrayAsync(Api.Cancel));
        await Put(cadre, "p2003", training, Png, "照片.png");
        Assert.Equal(Png, await cadre.GetByteArrayAsync(Address("p2003", training), Api.Cancel));
        Assert.False(await service.InDatabase(database => database.Blobs.AnyAsync(blob => blob.Bytes == scan, Api.Cancel)));
    }

    [Fact]
    public async Task Certificate_that_two_trainings_share_stays_with_the_other()
    {
        using var cadre = await service.As("p2004");
        var (one, other) = (await Training(cadre, "p2004", "甲班"), await Training(cadre, "p2004", "乙班"));
        await Put(cadre, "p2004", one, Png, "一.png");
        await Put(cadre, "p2004", other, Png, "一.png");
        using var removed = await cadre.DeleteAsync(Address("p2004", one), Api.Cancel);
        Assert.False((bool)(await removed.Json(HttpStatusCode.OK))["hasCertificate"]!);
        Assert.Equal(Png, await cadre.GetByteArrayAsync(Address("p2004", other), Api.Cancel));
        using var gone = await cadre.GetAsync(Address("p2004", one), Api.Cancel);
        await gone.Problem(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task File_that_is_no_scan_is_refused_by_its_content()
    {
        using var cadre = await service.As("p2005");
        var training = await Training(cadre, "p2005", "乙班");
        using var form = new MultipartFormDataContent { { new ByteArrayContent("<html>"u8.ToArray()), "file", "证书.pdf" } };
        using var response = await cadre.PostAsync(Address("p2005", training), form, Api.Cancel);
        await response.Problem(HttpStatusCode.UnsupportedMediaType, "certificate-type");
    }

    [Fact]
    public async Task Colleague_sees_no_certificate()
    {
        using var cadre = await service.As("p2006");
        var training = await Training(cadre, "p2006", "丙班");
        await Put(cadre, "p2006", training, Pdf, "证书.pdf");
        using var colleague = await service.As("p2007");
        using var response = await colleague.GetAsync(Address("p2006", training), Api.Cancel);
        await response.Problem(HttpStatusCode.NotFound, "not-found");
    }

    private static string Address(string person, string training) => $"/api/people/{person}/trainings/{training}/certificate";

    private static async Task<string> Training(HttpClient client, string person, string name)
    {
        using var response = await client.Send(HttpMethod.Post, $"/api/people/{person}/trainings", new { name, level = "区级", from = "2024-03-01", to = "2024-03-05", credit = 1 });
        return (string)(await response.Json(HttpStatusCode.OK))["id"]!;
    }

    private static async Task<JsonNode> Put(HttpClient client, string person, string training, byte[] bytes, string name)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(bytes), "file", name } };
        using var response = await client.PostAsync(Address(person, training), form, Api.Cancel);
        return await response.Json(HttpStatusCode.OK);
    }
}
