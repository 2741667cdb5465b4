using System.Buffers;
using System.IO.Compression;
using System.IO.Hashing;

namespace CadreDocs.Documents.Packaging;

/// <summary>Takes the bytes of one part in pieces and deflates them in blocks.</summary>
internal sealed class PartSink(string name, DeflateStream deflater) : IBufferWriter<byte>, IDisposable
{
    private const int BlockBytes = 64 * 1024;
    private readonly PooledBuffer _block = new(BlockBytes + 16 * 1024);
    private readonly Crc32 _crc = new();
    private long _size;

    public string Name { get; } = name;

    public void Advance(int count) => _block.Advance(count);

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        FlushFull();
        return _block.GetMemory(sizeHint);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        FlushFull();
        return _block.GetSpan(sizeHint);
    }

    /// <summary>Deflates what is left and gives CRC and size of the whole part.</summary>
    public (uint Crc, long Size) Close()
    {
        Flush();
        Dispose();
        return (_crc.GetCurrentHashAsUInt32(), _size);
    }

    public void Dispose()
    {
        deflater.Dispose();
        _block.Dispose();
    }

    private void FlushFull()
    {
        if (_block.Length >= BlockBytes)
        {
            Flush();
        }
    }

    private void Flush()
    {
        _crc.Append(_block.Written);
        _size += _block.Length;
        deflater.Write(_block.Written);
        _block.Clear();
    }
}

/// <summary>A stream that only appends to a buffer.</summary>
internal sealed class BufferStream(PooledBuffer buffer) : Stream
{
    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => buffer.Length;

    public override long Position { get => buffer.Length; set => throw new NotSupportedException(); }

    public override void Write(ReadOnlySpan<byte> bytes) => buffer.Write(bytes);

    public override void Write(byte[] bytes, int offset, int count) => buffer.Write(bytes.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override int Read(byte[] bytes, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
