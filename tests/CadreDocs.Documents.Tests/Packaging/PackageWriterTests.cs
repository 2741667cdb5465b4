using System.Buffers;
using System.IO.Compression;
using CadreDocs.Documents.Packaging;
using FsCheck;
using FsCheck.Fluent;

namespace CadreDocs.Documents.Tests.Packaging;

public sealed class PackageWriterTests
{
    [Fact]
    public void What_is_written_comes_back_by_the_frameworks_archive() =>
        Prop.ForAll<byte[]>(content =>
        {
            var file = Zip.Write(writer =>
            {
                writer.AddDeflated("a/deflated.xml", content);
                writer.AddStored("a/stored.xml", content);
                var sink = writer.Begin("a/表.xml");
                sink.Write(content);
                sink.Write(content);
                writer.End();
            });
            using var archive = new ZipArchive(new MemoryStream(file));
            return Read(archive, "a/deflated.xml").SequenceEqual(content)
                && Read(archive, "a/stored.xml").SequenceEqual(content)
                && Read(archive, "a/表.xml").SequenceEqual(content.Concat(content));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_copied_part_keeps_its_compressed_bytes()
    {
        var source = PackageReader.Open(Zip.Pack(Zip.Minimal));
        var copy = PackageReader.Open(Zip.Write(writer =>
        {
            foreach (var entry in source.Entries)
            {
                writer.AddRaw(entry);
            }
        }));
        foreach (var entry in source.Entries)
        {
            Assert.Equal(entry.CompressedBytes.ToArray(), copy.Get(entry.Name).CompressedBytes.ToArray());
            Assert.Equal(entry.Inflate(), copy.Get(entry.Name).Inflate());
        }
    }

    [Fact]
    public void Equal_parts_give_equal_bytes_in_pieces_or_at_once()
    {
        var content = new byte[300_000];
        new Random(6).NextBytes(content.AsSpan(0, 150_000));
        var once = Zip.Write(writer => writer.AddDeflated("x.xml", content));
        Assert.Equal(once, Zip.Write(writer => writer.AddDeflated("x.xml", content)));
        var pieces = PackageReaderEntry(Zip.Write(writer =>
        {
            var sink = writer.Begin("x.xml");
            for (var at = 0; at < content.Length; at += 1000)
            {
                sink.Write(content.AsSpan(at, 1000));
            }

            writer.End();
            writer.AddDeflated("[Content_Types].xml", [1]);
        }));
        Assert.Equal(content, pieces);
    }

    [Fact]
    public void Bytes_are_dated_1980()
    {
        using var archive = new ZipArchive(new MemoryStream(Zip.Write(writer => writer.AddStored("x", [1]))));
        Assert.Equal(new DateTime(1980, 1, 1), archive.Entries[0].LastWriteTime.DateTime);
    }

    [Fact]
    public void A_second_part_cannot_begin_inside_the_first() =>
        Zip.Write(writer =>
        {
            writer.Begin("x");
            Assert.Throws<InvalidOperationException>(() => writer.Begin("y"));
            Assert.Throws<InvalidOperationException>(() => writer.AddStored("y", [1]));
            writer.End();
            Assert.Throws<InvalidOperationException>(writer.End);
        });

    private static byte[] Read(ZipArchive archive, string name)
    {
        using var stream = archive.GetEntry(name)!.Open();
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    private static byte[] PackageReaderEntry(byte[] file) => PackageReader.Open(file).Get("x.xml").Inflate();
}
