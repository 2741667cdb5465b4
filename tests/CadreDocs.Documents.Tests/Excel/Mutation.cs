using System.Text;

namespace CadreDocs.Documents.Tests.Excel;

/// <summary>Damages XML as editors, transfers and attackers do.</summary>
internal static class Mutation
{
    private static readonly string[] Inserts =
    [
        "<c r=\"XFD1048576\"><v>1</v></c>", "<v>", "</row>", "r=\"A0\"", "t=\"s\"", "s=\"99999\"", "ref=\"A1:XFD1048576\"", "<!DOCTYPE a>", "&#0;", "<row r=\"-1\">", "1E400", "99999999999",
        "<x xmlns=\"urn:x\"/>", "\"", "count=\"0\"", "'Sheet'!$A$1", "{{ year }}", "\uFFFF",
    ];

    public static byte[] Of(byte[] content, Random random)
    {
        var bytes = new List<byte>(content);
        for (var change = random.Next(1, 4); change > 0 && bytes.Count > 2; change--)
        {
            var at = random.Next(bytes.Count);
            var length = Math.Min(random.Next(1, 40), bytes.Count - at);
            switch (random.Next(5))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, length);
                    break;
                case 2:
                    bytes.InsertRange(at, bytes.GetRange(at, length));
                    break;
                case 3:
                    bytes.InsertRange(at, Encoding.UTF8.GetBytes(Inserts[random.Next(Inserts.Length)]));
                    break;
                default:
                    var digit = bytes.FindIndex(at, value => value is >= (byte)'0' and <= (byte)'9');
                    if (digit >= 0)
                    {
                        bytes[digit] = (byte)('0' + random.Next(10));
                    }

                    break;
            }
        }

        return [.. bytes];
    }
}
