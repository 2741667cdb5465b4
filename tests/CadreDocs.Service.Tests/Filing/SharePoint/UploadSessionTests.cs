using CadreDocs.GraphDouble;
using CadreDocs.Service.Filing.Libraries;

namespace CadreDocs.Service.Tests.Filing.SharePoint;

/// <summary>Large files: a session goes on after any break, its bytes are not sent twice, and none is left behind.</summary>
public sealed class UploadSessionTests : IAsyncLifetime
{
    private const string Paper = "宝山区/实验小学/2024年度/一、学校自培工作档案袋/讲座录像.bin";
    private const int Bytes = 11_000_000;

    private SharePointFixture _sharePoint = null!;
    private string? _stored;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _sharePoint = await SharePointFixture.StartAsync(simpleBytes: 1_000_000);

    public ValueTask DisposeAsync() => _sharePoint.DisposeAsync();

    [Theory]
    [InlineData(Fault.Reset)]
    [InlineData(Fault.LostAnswer)]
    [InlineData(Fault.Busy)]
    public async Task A_broken_upload_goes_on_where_the_session_stopped(Fault fault)
    {
        var bytes = Large(35_000_000);
        var memory = Memory(null);
        _sharePoint.Faults.Next(fault, call => call.Path.StartsWith("upload/", StringComparison.Ordinal) && call.Header("Content-Range")!.StartsWith("bytes 10485760-", StringComparison.Ordinal));
        await Assert.ThrowsAsync<LibraryException>(() => _sharePoint.Library.PutAsync(Paper, LibraryContent.FromBytes(bytes), PutCondition.Absent, memory, Cancel));
        Assert.NotNull(_stored);
        var sent = _sharePoint.Server.Tenant.Counts["PUT upload"];
        var result = await _sharePoint.Library.PutAsync(Paper, LibraryContent.FromBytes(bytes), PutCondition.Absent, Memory(_stored), Cancel);

        Assert.Equal(PutOutcome.Filed, result.Outcome);
        Assert.Null(_stored);
        Assert.Equal(bytes, await StoredAsync());
        Assert.True(_sharePoint.Server.Tenant.Counts["PUT upload"] - sent <= 3, "Only what was missing is sent again.");
    }

    [Fact]
    public async Task A_large_file_says_after_each_piece_how_much_of_it_the_library_has()
    {
        var sent = new List<long>();
        var memory = new UploadMemory(null, (_, _) => Task.CompletedTask, (bytes, _) => { sent.Add(bytes); return Task.CompletedTask; });
        await PutAsync(Large(35_000_000), PutCondition.Absent, memory);

        Assert.Equal([10_485_760, 20_971_520, 31_457_280], sent);
    }

    [Fact]
    public async Task A_session_that_died_is_begun_anew()
    {
        _sharePoint.Faults.Next(Fault.SessionDies, call => call.Path.StartsWith("upload/", StringComparison.Ordinal));

        Assert.Equal(PutOutcome.Filed, (await PutAsync(Large(21_000_000), PutCondition.Absent)).Outcome);
        Assert.Empty(_sharePoint.Drive.Sessions);
    }

    [Fact]
    public async Task A_large_file_whose_last_answer_was_lost_is_found_done()
    {
        var bytes = Large(11_000_000);
        var memory = Memory(null);
        _sharePoint.Faults.Next(Fault.LostAnswer, call => call.Path.StartsWith("upload/", StringComparison.Ordinal) && call.Header("Content-Range")!.Contains("-10999999/", StringComparison.Ordinal));
        await Assert.ThrowsAsync<LibraryException>(() => _sharePoint.Library.PutAsync(Paper, LibraryContent.FromBytes(bytes), PutCondition.Absent, memory, Cancel));

        Assert.Equal(PutOutcome.AlreadyFiled, (await _sharePoint.Library.PutAsync(Paper, LibraryContent.FromBytes(bytes), PutCondition.Absent, Memory(_stored), Cancel)).Outcome);
    }

    [Fact]
    public async Task A_name_held_by_a_lost_session_waits_for_it()
    {
        _sharePoint.Faults.Next(Fault.LostAnswer, call => call.Path.EndsWith("/createUploadSession", StringComparison.Ordinal));
        await Assert.ThrowsAsync<LibraryException>(() => PutAsync(Large(11_000_000), PutCondition.Absent));
        var refusal = await Assert.ThrowsAsync<LibraryException>(() => PutAsync(Large(11_000_000), PutCondition.Absent));

        Assert.Equal(("upload-in-progress", RetryRule.File), (refusal.Fault.Code, refusal.Fault.Rule));
    }

    [Fact]
    public async Task A_file_over_the_quota_is_refused_before_its_first_byte()
    {
        _sharePoint.Drive.Quota = 5_000_000;
        var refusal = await Assert.ThrowsAsync<LibraryException>(() => PutAsync(Large(11_000_000), PutCondition.Absent));

        Assert.Equal("quota-full", refusal.Fault.Code);
        Assert.False(_sharePoint.Server.Tenant.Counts.ContainsKey("PUT upload"));
    }

    [Fact]
    public async Task A_name_taken_at_the_last_byte_is_a_conflict_and_leaves_no_session()
    {
        AtLastByte(() => Place("手工"u8.ToArray()));
        var result = await PutAsync(Large(Bytes), PutCondition.Absent, Memory(null));

        Assert.Equal(PutOutcome.Conflict, result.Outcome);
        Assert.Empty(_sharePoint.Drive.Sessions);
        Assert.Null(_stored);
        Assert.Equal(PutOutcome.Filed, (await PutAsync(Large(Bytes), PutCondition.Any)).Outcome);
    }

    [Fact]
    public async Task A_name_taken_at_the_last_byte_gives_way_where_the_record_shall_win_and_nothing_is_sent_again()
    {
        AtLastByte(() => Place("手工"u8.ToArray()));
        var result = await PutAsync(Large(Bytes), PutCondition.Any, Memory(null));

        Assert.Equal(PutOutcome.Filed, result.Outcome);
        Assert.Equal(2, Count("PUT upload"));
        Assert.Equal(Large(Bytes), await StoredAsync());
        Assert.Single(_sharePoint.At(Paper)!.Versions);
        Assert.Empty(_sharePoint.Drive.Sessions);
    }

    [Fact]
    public async Task A_library_that_was_full_at_the_last_byte_takes_the_kept_bytes_when_there_is_room()
    {
        AtLastByte(() => _sharePoint.Drive.Quota = 5_000_000);
        var refusal = await Assert.ThrowsAsync<LibraryException>(() => PutAsync(Large(Bytes), PutCondition.Absent, Memory(null)));
        Assert.Equal("quota-full", refusal.Fault.Code);
        _sharePoint.Drive.Quota = null;

        Assert.Equal(PutOutcome.Filed, (await PutAsync(Large(Bytes), PutCondition.Absent, Memory(_stored))).Outcome);
        Assert.Equal(2, Count("PUT upload"));
        Assert.Equal(Large(Bytes), await StoredAsync());
    }

    [Fact]
    public async Task A_file_opened_in_word_at_the_last_byte_is_replaced_when_it_is_closed()
    {
        var first = await PutAsync(Large(Bytes - 1), PutCondition.Absent);
        AtLastByte(() => (_sharePoint.At(Paper)!.LockedBy, _sharePoint.At(Paper)!.ModifiedBy) = ("王芳", "王芳"));
        var sent = Count("PUT upload");
        var refusal = await Assert.ThrowsAsync<LibraryException>(() => PutAsync(Large(Bytes), PutCondition.Matches(first.File!.ETag), Memory(null)));
        Assert.Equal(("locked", "王芳"), (refusal.Fault.Code, refusal.Detail));
        _sharePoint.At(Paper)!.LockedBy = null;

        Assert.Equal(PutOutcome.Filed, (await PutAsync(Large(Bytes), PutCondition.Matches(first.File!.ETag), Memory(_stored))).Outcome);
        Assert.Equal(2, Count("PUT upload") - sent);
        Assert.Equal(Large(Bytes), await StoredAsync());
    }

    [Fact]
    public async Task A_library_that_does_not_take_up_a_finished_session_gets_the_bytes_anew()
    {
        AtLastByte(() => Place("手工"u8.ToArray()));
        _sharePoint.Faults.Next(Fault.NotSupported, call => call.Method == "PUT" && System.Text.Encoding.UTF8.GetString(call.Body).Contains("sourceUrl", StringComparison.Ordinal));

        Assert.Equal(PutOutcome.Filed, (await PutAsync(Large(Bytes), PutCondition.Any, Memory(null))).Outcome);
        Assert.Equal((2, 1), (Count("POST createUploadSession"), Count("DELETE upload")));
        Assert.Equal(Large(Bytes), await StoredAsync());
    }

    [Theory]
    [InlineData(Fault.Race)]
    [InlineData(Fault.FalsePrecondition)]
    public async Task A_false_alarm_in_the_middle_goes_on_in_the_same_session(Fault fault)
    {
        _sharePoint.Faults.Next(fault, call => call.Path.StartsWith("upload/", StringComparison.Ordinal));

        Assert.Equal(PutOutcome.Filed, (await PutAsync(Large(Bytes), PutCondition.Absent, Memory(null))).Outcome);
        Assert.Equal(1, Count("POST createUploadSession"));
        Assert.Equal(Large(Bytes), await StoredAsync());
    }

    [Fact]
    public async Task A_session_of_another_content_is_given_up()
    {
        _sharePoint.Faults.Next(Fault.Reset, call => Range(call)?.StartsWith("bytes 10485760-", StringComparison.Ordinal) == true);
        await Assert.ThrowsAsync<LibraryException>(() => PutAsync(Large(Bytes), PutCondition.Absent, Memory(null)));
        var other = Large(Bytes);
        other[0]++;

        Assert.Equal(PutOutcome.Filed, (await PutAsync(other, PutCondition.Absent, Memory(_stored))).Outcome);
        Assert.Equal(1, Count("DELETE upload"));
        Assert.Equal(other, await StoredAsync());
        Assert.Empty(_sharePoint.Drive.Sessions);
    }

    [Fact]
    public async Task A_paper_that_became_small_does_not_meet_its_own_session()
    {
        _sharePoint.Faults.Next(Fault.Reset, call => Range(call)?.StartsWith("bytes 10485760-", StringComparison.Ordinal) == true);
        await Assert.ThrowsAsync<LibraryException>(() => PutAsync(Large(Bytes), PutCondition.Absent, Memory(null)));

        Assert.Equal(PutOutcome.Filed, (await PutAsync([1, 2, 3], PutCondition.Absent, Memory(_stored))).Outcome);
        Assert.Empty(_sharePoint.Drive.Sessions);
    }

    private static byte[] Large(int size)
    {
        var bytes = new byte[size];
        new Random(7).NextBytes(bytes);
        return bytes;
    }

    private static string? Range(GraphCall call) => call.Path.StartsWith("upload/", StringComparison.Ordinal) ? call.Header("Content-Range") : null;

    private int Count(string kind) => _sharePoint.Server.Tenant.Counts.GetValueOrDefault(kind);

    // Something happens while the last fragment is under way.
    private void AtLastByte(Action happens) => _sharePoint.Faults.Next(Fault.None, call =>
    {
        if (Range(call)?.StartsWith("bytes 10485760-", StringComparison.Ordinal) != true)
        {
            return false;
        }

        happens();
        return true;
    });

    private void Place(byte[] bytes) => _sharePoint.Server.Tenant.Inside(() =>
    {
        var folder = _sharePoint.Drive.Items.Values.First(item => item.Path == LibraryPath.Folder(Paper));
        return _sharePoint.Drive.Add(folder, LibraryPath.FileName(Paper), folder: false).Content = StoredContent.Of(bytes);
    });

    private UploadMemory Memory(string? url) => new(url, (address, _) => { _stored = address; return Task.CompletedTask; });

    private Task<PutResult> PutAsync(byte[] bytes, PutCondition condition, UploadMemory? memory = null) =>
        _sharePoint.Library.PutAsync(Paper, LibraryContent.FromBytes(bytes), condition, memory ?? UploadMemory.None, Cancel);

    private async Task<byte[]> StoredAsync()
    {
        await using var stream = _sharePoint.At(Paper)!.Content.Open();
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy, Cancel);
        return copy.ToArray();
    }
}
