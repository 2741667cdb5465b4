using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace CadreDocs.Service.Duties.Digests;

/// <summary>The weekly message; section <c>Digest</c>. Off by default.</summary>
internal sealed class DigestOptions
{
    /// <summary>True to send; default false. The export list works without.</summary>
    public bool Enabled { get; init; }

    /// <summary>Day of the week on which it goes out; default Monday.</summary>
    public DayOfWeek Day { get; init; } = DayOfWeek.Monday;

    /// <summary>Hour of the district's day, 8 to 19; default 8. What could not be sent is tried again each of the next four hours.</summary>
    [Range(8, 19)]
    public int Hour { get; init; } = 8;

    /// <summary>Language of the letters: <c>zh</c> (default) or <c>en</c>.</summary>
    [RegularExpression("zh|en")]
    public string Language { get; init; } = "zh";

    /// <summary>Address of the portal, for the letters; default <c>Hosting:Origin</c>, else none is named.</summary>
    public Uri? Portal { get; set; }

    /// <summary>The mail server.</summary>
    public SmtpOptions Smtp { get; init; } = new();
}

/// <summary>The mail server; section <c>Digest:Smtp</c>.</summary>
internal sealed class SmtpOptions
{
    /// <summary>Name of the server; needed where digests are sent.</summary>
    public string? Host { get; init; }

    /// <summary>Its port; default 587.</summary>
    [Range(1, 65535)]
    public int Port { get; init; } = 587;

    /// <summary><c>starttls</c> (default), <c>tls</c> from the first byte, or <c>none</c> for a server on this machine.</summary>
    [RegularExpression("starttls|tls|none")]
    public string Security { get; init; } = "starttls";

    /// <summary>User; null where the server asks for none.</summary>
    public string? User { get; init; }

    public string? Password { get; init; }

    /// <summary>Sender's address; needed where digests are sent.</summary>
    public string? From { get; init; }
}

/// <summary>Digests that are on without a mail server stop the start and name what is missing.</summary>
internal sealed class DigestOptionsCheck : IValidateOptions<DigestOptions>
{
    public ValidateOptionsResult Validate(string? name, DigestOptions options) => !options.Enabled ? ValidateOptionsResult.Success
        : string.IsNullOrWhiteSpace(options.Smtp.Host) ? ValidateOptionsResult.Fail("缺少设置 Digest:Smtp:Host：每周提醒已开启，须填写邮件服务器。 / Digest:Smtp:Host is missing although digests are on.")
        : string.IsNullOrWhiteSpace(options.Smtp.From) ? ValidateOptionsResult.Fail("缺少设置 Digest:Smtp:From：每周提醒已开启，须填写发件地址。 / Digest:Smtp:From is missing although digests are on.")
        : ValidateOptionsResult.Success;
}
