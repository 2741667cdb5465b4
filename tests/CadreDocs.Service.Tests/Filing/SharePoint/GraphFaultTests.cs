using System.Text;
using CadreDocs.GraphDouble;
using CadreDocs.Service.Filing.Libraries;
using CadreDocs.Service.Tests.Filing.Libraries;

namespace CadreDocs.Service.Tests.Filing.SharePoint;

/// <summary>Each kind of refusal has its rule. The library makes one attempt; what it cannot settle by itself it names.</summary>
public sealed class GraphFaultTests : IAsyncLifetime
{
    private const string Paper = "宝山区/实验小学/2024年度/一、学校自培工作档案袋/1．学校干部自培工作计划（表1）.docx";

    private SharePointFixture _sharePoint = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _sharePoint = await SharePointFixture.StartAsync(simpleBytes: 1_000_000);

    public ValueTask DisposeAsync() => _sharePoint.DisposeAsync();

    [Theory]
    [InlineData(Fault.Throttled, "throttled", RetryRule.Tenant)]
    [InlineData(Fault.Busy, "busy", RetryRule.Tenant)]
    [InlineData(Fault.Bandwidth, "bandwidth", RetryRule.Tenant)]
    [InlineData(Fault.GatewayTimeout, "gateway-timeout", RetryRule.File)]
    [InlineData(Fault.ServerError, "server-error", RetryRule.File)]
    [InlineData(Fault.Reset, "connection-lost", RetryRule.File)]
    [InlineData(Fault.LostAnswer, "connection-lost", RetryRule.File)]
    [InlineData(Fault.Locked, "locked", RetryRule.File)]
    [InlineData(Fault.QuotaFull, "quota-full", RetryRule.StopLibrary)]
    [InlineData(Fault.Forbidden, "forbidden", RetryRule.StopLibrary)]
    [InlineData(Fault.Malware, "malware", RetryRule.Never)]
    public async Task A_refused_put_is_a_fault_with_its_rule(Fault fault, string code, object rule)
    {
        await _sharePoint.Library.EnsureFolderAsync(LibraryPath.Folder(Paper), Cancel);
        _sharePoint.Faults.Next(fault, call => call.Path.EndsWith("/content", StringComparison.Ordinal));
        var refusal = await Assert.ThrowsAsync<LibraryException>(() => PutAsync("一", PutCondition.Absent));

        Assert.Equal(code, refusal.Fault.Code);
        Assert.Equal((RetryRule)rule, refusal.Fault.Rule);
        var (message, messageEn) = LibraryFaults.Sentences(refusal.Fault.Code, refusal.Detail);
        Assert.DoesNotContain("{0}", message + messageEn, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Fault.LostAnswer)]
    [InlineData(Fault.GatewayTimeoutAfter)]
    public async Task A_put_whose_answer_is_lost_is_found_done_by_the_next_attempt(Fault fault)
    {
        await _sharePoint.Library.EnsureFolderAsync(LibraryPath.Folder(Paper), Cancel);
        _sharePoint.Faults.Next(fault, call => call.Path.EndsWith("/content", StringComparison.Ordinal));
        await Assert.ThrowsAsync<LibraryException>(() => PutAsync("一", PutCondition.Absent));
        var second = await PutAsync("一", PutCondition.Absent);

        Assert.Equal(PutOutcome.AlreadyFiled, second.Outcome);
        Assert.Empty(_sharePoint.At(Paper)!.Versions);
    }

    [Fact]
    public async Task An_expired_token_is_renewed_without_anybody_noticing()
    {
        await PutAsync("一", PutCondition.Absent);
        _sharePoint.Faults.Next(Fault.TokenExpired);

        Assert.Equal(PutOutcome.Filed, (await PutAsync("二", PutCondition.Any)).Outcome);
    }

    [Fact]
    public async Task A_token_that_is_refused_again_stops_the_library()
    {
        _sharePoint.Faults.Next(Fault.TokenExpired, times: 100);
        var refusal = await Assert.ThrowsAsync<LibraryException>(() => PutAsync("一", PutCondition.Absent));

        Assert.Equal(("sign-in", RetryRule.StopLibrary), (refusal.Fault.Code, refusal.Fault.Rule));
    }

    [Theory]
    [InlineData(Fault.Race)]
    [InlineData(Fault.FalsePrecondition)]
    public async Task A_false_alarm_of_a_change_is_looked_at_and_passed(Fault fault)
    {
        var first = await PutAsync("一", PutCondition.Absent);
        _sharePoint.Faults.Next(fault, call => call.Method == "PUT");

        Assert.Equal(PutOutcome.Filed, (await PutAsync("二", PutCondition.Matches(first.File!.ETag))).Outcome);
        Assert.Equal("二"u8.ToArray(), await StoredAsync());
    }

    [Fact]
    public async Task Endless_false_alarms_leave_the_file_for_later()
    {
        var first = await PutAsync("一", PutCondition.Absent);
        _sharePoint.Faults.Next(Fault.FalsePrecondition, call => call.Method == "PUT", times: 20);
        var refusal = await Assert.ThrowsAsync<LibraryException>(() => PutAsync("二", PutCondition.Matches(first.File!.ETag)));

        Assert.Equal(("changed-meanwhile", RetryRule.File), (refusal.Fault.Code, refusal.Fault.Rule));
    }

    [Fact]
    public async Task A_vanished_folder_is_made_again()
    {
        await _sharePoint.Library.EnsureFolderAsync(LibraryPath.Folder(Paper), Cancel);
        _sharePoint.Faults.Next(Fault.FolderVanishes, call => call.Path.EndsWith("/content", StringComparison.Ordinal));

        Assert.Equal(PutOutcome.Filed, (await PutAsync("一", PutCondition.Absent)).Outcome);
        Assert.NotNull(_sharePoint.At(Paper));
    }

    [Fact]
    public async Task A_file_open_in_word_names_who_changed_it_last()
    {
        var first = await PutAsync("一", PutCondition.Absent);
        var item = _sharePoint.At(Paper)!;
        (item.LockedBy, item.ModifiedBy) = ("王芳", "王芳");
        var refusal = await Assert.ThrowsAsync<LibraryException>(() => PutAsync("二", PutCondition.Matches(first.File!.ETag)));

        Assert.Equal(("locked", "王芳"), (refusal.Fault.Code, refusal.Detail));
    }

    [Fact]
    public async Task An_office_file_that_the_library_rewrote_still_counts_as_filed()
    {
        _sharePoint.Drive.RewritesOffice = true;
        var sent = FingerprintTests.Office(("word/document.xml", "<w/>"));
        var first = await PutAsync(sent, PutCondition.Absent);
        await _sharePoint.Library.SetFieldsAsync([new FieldUpdate(first.File!, new Dictionary<string, string> { [LibraryFields.State] = "归档" })], Cancel);

        Assert.NotEqual(first.File!.ETag, _sharePoint.At(Paper)!.CTag);
        Assert.Equal(PutOutcome.AlreadyFiled, (await PutAsync(sent, PutCondition.Absent)).Outcome);
        Assert.Empty(_sharePoint.At(Paper)!.Versions);
    }

    [Fact]
    public async Task A_new_version_replaces_a_file_that_only_the_library_touched()
    {
        _sharePoint.Drive.RewritesOffice = true;
        var old = LibraryContent.FromBytes(FingerprintTests.Office(("word/document.xml", "<one/>")));
        var first = await _sharePoint.Library.PutAsync(Paper, old, PutCondition.Absent, UploadMemory.None, Cancel);
        await _sharePoint.Library.SetFieldsAsync([new FieldUpdate(first.File!, new Dictionary<string, string> { [LibraryFields.State] = "归档" })], Cancel);
        var next = FingerprintTests.Office(("word/document.xml", "<two/>"));

        Assert.Equal(PutOutcome.Filed, (await PutAsync(next, PutCondition.Matches(first.File!.ETag, old.StableHash))).Outcome);
    }

    [Fact]
    public async Task A_change_by_a_person_is_a_conflict_even_where_the_library_rewrites()
    {
        _sharePoint.Drive.RewritesOffice = true;
        var old = LibraryContent.FromBytes(FingerprintTests.Office(("word/document.xml", "<one/>")));
        var first = await _sharePoint.Library.PutAsync(Paper, old, PutCondition.Absent, UploadMemory.None, Cancel);
        var item = _sharePoint.At(Paper)!;
        (item.Content, item.CVersion) = (StoredContent.Of(FingerprintTests.Office(("word/document.xml", "<by hand/>"))), item.CVersion + 1);

        Assert.Equal(PutOutcome.Conflict, (await PutAsync(FingerprintTests.Office(("word/document.xml", "<two/>")), PutCondition.Matches(first.File!.ETag, old.StableHash))).Outcome);
    }

    [Fact]
    public async Task A_missing_column_is_named()
    {
        _sharePoint.Drive.Columns.Remove(LibraryFields.ContentCode);
        var file = (await PutAsync("一", PutCondition.Absent)).File!;
        var faults = await _sharePoint.Library.SetFieldsAsync(
            [new FieldUpdate(file, new Dictionary<string, string> { [LibraryFields.ContentCode] = "7K3F-92QX" }), new FieldUpdate(file, new Dictionary<string, string> { [LibraryFields.State] = "归档" })], Cancel);

        Assert.Equal(("column-missing", LibraryFields.ContentCode), (faults[0]!.Fault.Code, faults[0]!.Detail));
        Assert.Null(faults[1]);
    }

    [Fact]
    public async Task One_throttled_part_of_a_batch_leaves_the_others_done()
    {
        var file = (await PutAsync("一", PutCondition.Absent)).File!;
        _sharePoint.Faults.Next(Fault.Throttled, call => call.Path.EndsWith("/fields", StringComparison.Ordinal));
        var updates = Enumerable.Range(0, 25).Select(_ => new FieldUpdate(file, new Dictionary<string, string> { [LibraryFields.State] = "归档" })).ToList();
        var faults = await _sharePoint.Library.SetFieldsAsync(updates, Cancel);

        Assert.Equal("throttled", Assert.Single(faults, fault => fault is not null)!.Fault.Code);
    }

    [Fact]
    public async Task A_pause_asked_of_one_worker_holds_for_all()
    {
        _sharePoint.Faults.RetryAfterSeconds = 2;
        _sharePoint.Faults.Next(Fault.Throttled);
        await Assert.ThrowsAsync<LibraryException>(() => _sharePoint.Library.FindAsync(Paper, Cancel));

        Assert.NotNull(_sharePoint.Connection.Allowance.BlockedUntil);
        var before = _sharePoint.Server.Requests;
        var others = Enumerable.Range(0, 5).Select(_ => _sharePoint.Library.FindAsync(Paper, Cancel)).ToList();
        Assert.Equal(before, _sharePoint.Server.Requests);
        await Task.WhenAll(others);
        Assert.Equal(0, _sharePoint.Server.Limiter.Refused);
    }

    [Fact]
    public async Task Nothing_left_of_the_minute_holds_the_next_request_until_it_is_over()
    {
        (_sharePoint.Server.Limiter.Units, _sharePoint.Server.Limiter.Window) = (3, TimeSpan.FromMinutes(1));

        // One unit to look, two to make the folder.
        await _sharePoint.Library.EnsureFolderAsync("宝山区", Cancel);

        Assert.NotNull(_sharePoint.Connection.Allowance.BlockedUntil);
        Assert.Equal(0, _sharePoint.Server.Limiter.Refused);
    }

    private Task<PutResult> PutAsync(string text, PutCondition condition) => PutAsync(Encoding.UTF8.GetBytes(text), condition);

    private Task<PutResult> PutAsync(byte[] bytes, PutCondition condition) =>
        _sharePoint.Library.PutAsync(Paper, LibraryContent.FromBytes(bytes), condition, UploadMemory.None, Cancel);

    private async Task<byte[]> StoredAsync()
    {
        await using var stream = _sharePoint.At(Paper)!.Content.Open();
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy, Cancel);
        return copy.ToArray();
    }
}
