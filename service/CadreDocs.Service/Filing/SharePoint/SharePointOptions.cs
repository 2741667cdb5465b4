using System.ComponentModel.DataAnnotations;

namespace CadreDocs.Service.Filing.SharePoint;

/// <summary>Settings of the section <c>Filing:SharePoint</c>.</summary>
internal sealed class SharePointOptions
{
    /// <summary>Library of every school that <see cref="Schools"/> does not name: a site as <c>host:/sites/name</c>; its default library is used. Null where each school has its own.</summary>
    public string? Site { get; init; }

    /// <summary>Id of the drive instead of a site.</summary>
    public string? DriveId { get; init; }

    /// <summary>Libraries of single schools, by school id.</summary>
    public Dictionary<string, SchoolLibrary> Schools { get; init; } = [];

    /// <summary>How the service signs in: <c>managed-identity</c> (default), <c>workload-identity</c>, <c>certificate</c>, <c>secret</c>, or <c>none</c> against a Graph on this machine.</summary>
    [RegularExpression("managed-identity|workload-identity|certificate|secret|none", ErrorMessage = "Filing:SharePoint:Credential must be managed-identity, workload-identity, certificate, secret or none. / 设置 Filing:SharePoint:Credential 的值不正确。")]
    public string Credential { get; init; } = "managed-identity";

    /// <summary>Directory (tenant) id; needed for certificate and secret.</summary>
    public string? TenantId { get; init; }

    /// <summary>Application id; for a managed identity the id of a user-assigned one, null for the system's own.</summary>
    public string? ClientId { get; init; }

    /// <summary>Client secret. Give it by environment or secret store, never in a file under version control.</summary>
    public string? ClientSecret { get; init; }

    /// <summary>Path of a .pfx or .pem with the private key.</summary>
    public string? CertificatePath { get; init; }

    /// <summary>Resource units a minute that filing may spend in the tenant, over all nodes. Default 1,200 of the 1,250 that SharePoint grants an app in a tenant of up to 1,000 licences; 0 for no limit of our own.</summary>
    [Range(0, 1_000_000)]
    public int UnitsPerMinute { get; init; } = 1200;

    /// <summary>True where every request counts as one unit; SharePoint itself counts 1 to read, 2 to write, 5 for permissions (default).</summary>
    public bool FlatUnits { get; init; }

    /// <summary>True (default) sets the rights of a school's folders after each filing; that takes the role <c>fullcontrol</c> on the site. False leaves rights to the site's owners.</summary>
    public bool SetRights { get; init; } = true;

    /// <summary>True lets a call that comes with a person's token (the pane's) read the library with that person's own rights, on behalf of them; it takes TenantId, ClientId and a secret or certificate. Default false: the service's own rights. Filing itself always acts as the service.</summary>
    public bool OnBehalfOf { get; init; }

    /// <summary>Sent as User-Agent; SharePoint prefers traffic that says who it is. Default <c>NONISV|CadreDocs|CadreDocs/1.0</c>.</summary>
    public string UserAgent { get; init; } = "NONISV|CadreDocs|CadreDocs/1.0";

    /// <summary>Bytes up to which a file goes in one request; larger ones go in an upload session. Default 10 MiB, above which Graph advises a session.</summary>
    [Range(0, 250L * 1024 * 1024)]
    public long SimpleUploadBytes { get; init; } = 10 * 1024 * 1024;
}

/// <summary>Library of one school.</summary>
internal sealed class SchoolLibrary
{
    /// <summary>As <see cref="SharePointOptions.Site"/>.</summary>
    public string? Site { get; init; }

    /// <summary>As <see cref="SharePointOptions.DriveId"/>.</summary>
    public string? DriveId { get; init; }
}
