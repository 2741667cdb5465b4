using CadreDocs.Service.Filing.Libraries;

namespace CadreDocs.Service.Tests.Filing.Libraries;

public sealed class LocalDocumentLibraryTests : LibraryContract, IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("cadredocs-library-").FullName;
    private readonly LocalDocumentLibrary _library;

    public LocalDocumentLibraryTests() => _library = new LocalDocumentLibrary(_root);

    private protected override IDocumentLibrary Library => _library;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public async Task A_person_sees_only_papers()
    {
        await PutAsync("宝山区/a.docx", Text("一"), PutCondition.Absent);

        Assert.Equal(["宝山区"], Directory.EnumerateFileSystemEntries(_root).Select(Path.GetFileName).Where(name => !name!.StartsWith('.')));
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(_root, ".cadredocs", "incoming")));
    }

    [Fact]
    public async Task A_file_changed_by_hand_is_noticed()
    {
        var file = (await PutAsync("宝山区/a.docx", Text("一"), PutCondition.Absent)).File!;
        await File.WriteAllTextAsync(Path.Combine(_root, "宝山区", "a.docx"), "改动", TestContext.Current.CancellationToken);

        Assert.Equal(PutOutcome.Conflict, (await PutAsync("宝山区/a.docx", Text("二"), PutCondition.Matches(file.ETag))).Outcome);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_a_fault_with_its_name()
    {
        await File.WriteAllTextAsync(Path.Combine(_root, "宝山区"), "一个文件挡住了文件夹", TestContext.Current.CancellationToken);
        var refusal = await Assert.ThrowsAsync<LibraryException>(() => PutAsync("宝山区/a.docx", Text("一"), PutCondition.Absent));

        Assert.Equal("disk-error", refusal.Fault.Code);
    }
}
