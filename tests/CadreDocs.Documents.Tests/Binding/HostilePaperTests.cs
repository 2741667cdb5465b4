using CadreDocs.Documents.Binding;
using CadreDocs.Documents.Scaffolding;
using CadreDocs.Documents.Tests.Forms;
using CadreDocs.Documents.Tests.Word;

namespace CadreDocs.Documents.Tests.Binding;

/// <summary>What comes from people's disks is bound, mapped or refused by name.</summary>
public sealed class HostilePaperTests
{
    private const int Rounds = 600;

    [Fact]
    public void Mutated_paper_is_bound_or_refused_by_name() => Each((file, _) =>
    {
        var result = DocumentBinder.Bind(new BinderRequest("档案袋", [], [new BinderEntry("3．心得", [new BinderPaper("心得", file)])]));
        Assert.True(result.Document is not null || result.Faults.Count > 0);
    });

    [Fact]
    public void Mutated_official_file_is_mapped_or_refused_by_name() => Each((file, id) =>
    {
        var result = LabelMapper.Map(FilledForms.Template(id).Form, file);
        Assert.True(result.Document is not null || result.Faults.Count > 0);
    });

    private static void Each(Action<byte[], string> test)
    {
        string[] ids = ["development-plan", "credit-declaration", "attendance", "reflection", "training-credits"];
        var files = ids.Select(FilledForms.Sample).ToList();
        var parts = files.ConvertAll(Docx.Parts);
        var random = new Random(20181002);
        for (var round = 0; round < Rounds; round++)
        {
            var which = random.Next(files.Count);
            var file = random.Next(4) == 0 ? MutationTests.MutateBytes(files[which], random) : MutationTests.MutatePart(parts[which], random);
            try
            {
                test(file, ids[which]);
            }
            catch (Exception cause) when (cause is not Xunit.Sdk.XunitException)
            {
                Assert.Fail($"Round {round} ({ids[which]}) ended in {cause}");
            }
        }
    }
}
