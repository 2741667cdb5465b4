using System.Security.Cryptography;
using System.Text;
using CadreDocs.Service.Filing.Libraries;

namespace CadreDocs.Service.Tests.Filing.Libraries;

/// <summary>What every library must do; run once on the folder and once on SharePoint.</summary>
public abstract class LibraryContract
{
    private const string Folder = "宝山区/实验小学/2024年度/二、干部个人自培档案袋/王芳";
    private const string Paper = Folder + "/3．干部学习心得（表7）-王芳.docx";

    private protected abstract IDocumentLibrary Library { get; }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_put_where_nothing_is_files_the_bytes_as_they_are()
    {
        var result = await PutAsync(Paper, Text("一"), PutCondition.Absent);

        Assert.Equal(PutOutcome.Filed, result.Outcome);
        Assert.Equal(Bytes("一"), await ContentAsync(Paper));
    }

    [Fact]
    public async Task A_repeated_put_of_the_same_content_writes_nothing()
    {
        var first = await PutAsync(Paper, Text("一"), PutCondition.Absent);
        var again = await PutAsync(Paper, Text("一"), PutCondition.Absent);

        Assert.Equal(PutOutcome.AlreadyFiled, again.Outcome);
        Assert.Equal(first.File!.ETag, again.File!.ETag);
        Assert.Equal(first.File.Id, again.File.Id);
    }

    [Fact]
    public async Task A_put_that_expects_nothing_meets_another_file_and_leaves_it()
    {
        await PutAsync(Paper, Text("一"), PutCondition.Absent);
        var result = await PutAsync(Paper, Text("二"), PutCondition.Absent);

        Assert.Equal(PutOutcome.Conflict, result.Outcome);
        Assert.Equal(Paper, result.File!.Path);
        Assert.Equal(Bytes("一"), await ContentAsync(Paper));
    }

    [Fact]
    public async Task What_arrives_in_a_watched_folder_is_told_by_the_next_look()
    {
        const string Inbox = "宝山区/实验小学/收件箱";
        await PutAsync(Paper, Text("一"), PutCondition.Absent);
        var first = await Library.ChangesAsync([Inbox], null, Cancel);
        await PutAsync(Inbox + "/子文件夹/来件.docx", Text("二"), PutCondition.Absent);
        var second = await Library.ChangesAsync([Inbox], first.Next, Cancel);
        await PutAsync(Inbox + "/子文件夹/来件.docx", Text("三"), PutCondition.Any);
        var third = await Library.ChangesAsync([Inbox], second.Next, Cancel);

        Assert.Equal(Paper, Assert.Single(first.Files).Path);
        Assert.Contains(second.Files, file => file.Path == Inbox + "/子文件夹/来件.docx");
        var last = third.Files.Single(file => file.Path == Inbox + "/子文件夹/来件.docx");
        Assert.Equal((await Library.FindAsync(last.Path, Cancel))!.ETag, last.ETag);
    }

    [Fact]
    public async Task A_put_with_the_right_tag_replaces_and_keeps_the_id()
    {
        var first = await PutAsync(Paper, Text("一"), PutCondition.Absent);
        var second = await PutAsync(Paper, Text("二"), PutCondition.Matches(first.File!.ETag));

        Assert.Equal(PutOutcome.Filed, second.Outcome);
        Assert.NotEqual(first.File.ETag, second.File!.ETag);
        Assert.Equal(first.File.Id, second.File.Id);
        Assert.Equal(Bytes("二"), await ContentAsync(Paper));
    }

    [Fact]
    public async Task A_put_with_an_old_tag_is_a_conflict()
    {
        var first = await PutAsync(Paper, Text("一"), PutCondition.Absent);
        await PutAsync(Paper, Text("二"), PutCondition.Matches(first.File!.ETag));
        var late = await PutAsync(Paper, Text("三"), PutCondition.Matches(first.File.ETag));

        Assert.Equal(PutOutcome.Conflict, late.Outcome);
        Assert.Equal(Bytes("二"), await ContentAsync(Paper));
    }

    [Fact]
    public async Task A_repeat_after_a_lost_answer_finds_its_own_content_although_the_tag_is_old()
    {
        var first = await PutAsync(Paper, Text("一"), PutCondition.Absent);
        await PutAsync(Paper, Text("二"), PutCondition.Matches(first.File!.ETag));
        var repeat = await PutAsync(Paper, Text("二"), PutCondition.Matches(first.File.ETag));

        Assert.Equal(PutOutcome.AlreadyFiled, repeat.Outcome);
    }

    [Fact]
    public async Task A_put_that_expects_a_file_which_is_gone_is_a_conflict_without_a_file()
    {
        var result = await PutAsync(Paper, Text("一"), PutCondition.Matches("no-such-tag"));

        Assert.Equal(PutOutcome.Conflict, result.Outcome);
        Assert.Null(result.File);
        Assert.Null(await Library.FindAsync(Paper, Cancel));
    }

    [Fact]
    public async Task Overwrite_replaces_whatever_is_there()
    {
        await PutAsync(Paper, Text("一"), PutCondition.Absent);
        var result = await PutAsync(Paper, Text("二"), PutCondition.Any);

        Assert.Equal(PutOutcome.Filed, result.Outcome);
        Assert.Equal(Bytes("二"), await ContentAsync(Paper));
    }

    [Fact]
    public async Task Names_differ_only_by_case_are_the_same_file()
    {
        await PutAsync(Folder + "/Plan.docx", Text("一"), PutCondition.Absent);
        var result = await PutAsync(Folder + "/plan.DOCX", Text("二"), PutCondition.Absent);

        Assert.Equal(PutOutcome.Conflict, result.Outcome);
    }

    [Theory]
    [InlineData("a/b:c.docx")]
    [InlineData("a/CON.docx")]
    [InlineData("a/~$plan.docx")]
    [InlineData("a/x_vti_y.docx")]
    [InlineData("a/plan.docx ")]
    [InlineData("a./plan.docx")]
    [InlineData("../plan.docx")]
    [InlineData("a//plan.docx")]
    public async Task A_name_that_is_not_legal_everywhere_is_refused(string path)
    {
        var refusal = await Assert.ThrowsAsync<LibraryException>(() => PutAsync(path, Text("一"), PutCondition.Absent));

        Assert.Equal("name-refused", refusal.Fault.Code);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(327_680)]
    [InlineData(10_485_760)]
    [InlineData(10_485_761)]
    [InlineData(23_000_003)]
    public async Task Any_size_arrives_whole(int size)
    {
        var bytes = new byte[size];
        new Random(size).NextBytes(bytes);
        var result = await PutAsync(Folder + "/讲座录像.bin", LibraryContent.FromBytes(bytes), PutCondition.Absent);

        Assert.Equal(PutOutcome.Filed, result.Outcome);
        Assert.Equal(size, result.File!.SizeBytes);
        Assert.Equal(SHA256.HashData(bytes), SHA256.HashData(await ContentAsync(Folder + "/讲座录像.bin")));
    }

    [Fact]
    public async Task A_large_file_is_replaced_only_under_its_tag()
    {
        var path = Folder + "/讲座录像.bin";
        var first = await PutAsync(path, LibraryContent.FromBytes(new byte[11_000_000]), PutCondition.Absent);
        var other = LibraryContent.FromBytes([.. new byte[11_000_000], 1]);

        Assert.Equal(PutOutcome.Conflict, (await PutAsync(path, other, PutCondition.Absent)).Outcome);
        Assert.Equal(PutOutcome.Conflict, (await PutAsync(path, other, PutCondition.Matches("no-such-tag"))).Outcome);
        Assert.Equal(PutOutcome.Filed, (await PutAsync(path, other, PutCondition.Matches(first.File!.ETag))).Outcome);
        Assert.Equal(PutOutcome.AlreadyFiled, (await PutAsync(path, other, PutCondition.Absent)).Outcome);
    }

    [Theory]
    [InlineData("阿依古丽·买买提")]
    [InlineData("𠮷野家")]
    [InlineData("a%20b")]
    [InlineData("50％＃1")]
    [InlineData("it's & (best) + more; =100€, é")]
    public async Task Every_legal_name_comes_back_as_it_was(string name)
    {
        var path = $"宝山区/{LibraryPath.Name(name)}/{LibraryPath.Name(name)}.docx";
        await PutAsync(path, Text("一"), PutCondition.Absent);

        Assert.Equal(path, (await Library.FindAsync(path, Cancel))!.Path);
        Assert.Equal([path], await PathsAsync("宝山区"));
    }

    [Fact]
    public async Task Listing_gives_every_file_below_the_folder_and_nothing_else()
    {
        await PutAsync(Paper, Text("一"), PutCondition.Absent);
        await PutAsync(Folder + "/深/更深/a.txt", Text("二"), PutCondition.Absent);
        await PutAsync("宝山区/别的学校/a.txt", Text("三"), PutCondition.Absent);
        await Library.SetFieldsAsync([new FieldUpdate((await Library.FindAsync(Paper, Cancel))!, Columns("归档"))], Cancel);

        Assert.Equal([Paper, Folder + "/深/更深/a.txt"], (await PathsAsync("宝山区/实验小学")).Order(StringComparer.Ordinal));
        Assert.Empty(await PathsAsync("没有的文件夹"));
    }

    [Fact]
    public async Task Columns_are_kept_and_replaced_as_a_whole()
    {
        var file = (await PutAsync(Paper, Text("一"), PutCondition.Absent)).File!;
        Assert.Null(Assert.Single(await Library.SetFieldsAsync([new FieldUpdate(file, Columns("接受"))], Cancel)));
        Assert.Null(Assert.Single(await Library.SetFieldsAsync([new FieldUpdate(file, Columns("归档"))], Cancel)));

        Assert.Equal("归档", (await Library.GetFieldsAsync(file, Cancel))[LibraryFields.State]);
    }

    [Fact]
    public async Task Setting_columns_leaves_the_content_tag_alone()
    {
        var file = (await PutAsync(Paper, Text("一"), PutCondition.Absent)).File!;
        await Library.SetFieldsAsync([new FieldUpdate(file, Columns("归档"))], Cancel);

        Assert.Equal(file.ETag, (await Library.FindAsync(Paper, Cancel))!.ETag);
    }

    [Fact]
    public async Task A_move_takes_content_and_columns_along()
    {
        var file = (await PutAsync(Paper, Text("一"), PutCondition.Absent)).File!;
        await Library.SetFieldsAsync([new FieldUpdate(file, Columns("归档"))], Cancel);
        var target = Folder + "（P07）/3．干部学习心得（表7）-王芳.docx";
        var moved = await Library.MoveAsync(file, target, Cancel);

        Assert.Equal(PutOutcome.Filed, moved.Outcome);
        Assert.Null(await Library.FindAsync(Paper, Cancel));
        Assert.Equal(Bytes("一"), await ContentAsync(target));
        Assert.Equal("归档", (await Library.GetFieldsAsync(moved.File!, Cancel))[LibraryFields.State]);
    }

    [Fact]
    public async Task A_move_onto_another_file_is_a_conflict()
    {
        var file = (await PutAsync(Paper, Text("一"), PutCondition.Absent)).File!;
        await PutAsync(Folder + "/b.docx", Text("二"), PutCondition.Absent);

        Assert.Equal(PutOutcome.Conflict, (await Library.MoveAsync(file, Folder + "/b.docx", Cancel)).Outcome);
        Assert.Equal(Bytes("二"), await ContentAsync(Folder + "/b.docx"));
        Assert.Equal(Bytes("一"), await ContentAsync(Paper));
    }

    [Fact]
    public async Task Of_many_writers_of_one_name_exactly_one_wins()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(writer => PutAsync(Paper, Text($"第{writer}份"), PutCondition.Absent)));

        var winner = Assert.Single(results, result => result.Outcome == PutOutcome.Filed);
        Assert.All(results.Except([winner]), result => Assert.Equal(PutOutcome.Conflict, result.Outcome));
    }

    [Fact]
    public async Task Ensuring_a_folder_again_changes_nothing()
    {
        await PutAsync(Paper, Text("一"), PutCondition.Absent);
        await Library.EnsureFolderAsync(Folder, Cancel);
        await Library.EnsureFolderAsync(Folder, Cancel);

        Assert.Equal([Paper], await PathsAsync("宝山区"));
    }

    private protected static LibraryContent Text(string text) => LibraryContent.FromBytes(Bytes(text));

    private protected static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private protected async Task<PutResult> PutAsync(string path, LibraryContent content, PutCondition condition) =>
        await Library.PutAsync(path, content, condition, UploadMemory.None, Cancel);

    private protected async Task<byte[]> ContentAsync(string path)
    {
        var file = await Library.FindAsync(path, Cancel);
        Assert.NotNull(file);
        await using var stream = await Library.ReadAsync(file, Cancel);
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy, Cancel);
        return copy.ToArray();
    }

    private async Task<List<string>> PathsAsync(string folder)
    {
        var paths = new List<string>();
        await foreach (var file in Library.ListAsync(folder, Cancel))
        {
            paths.Add(file.Path);
        }

        return paths;
    }

    private static Dictionary<string, string> Columns(string state) => new()
    {
        [LibraryFields.District] = "宝山区",
        [LibraryFields.School] = "实验小学",
        [LibraryFields.State] = state,
    };
}
