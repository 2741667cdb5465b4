using Scriban.Syntax;

namespace Scriban.Runtime;

/// <summary>One running loop: its variable, and what <c>for</c>, <c>while</c> and <c>tablerow</c> say.</summary>
internal sealed class LoopFrame
{
    private object? _previous;

    public string? Name { get; private set; }

    public bool IsLocal { get; private set; }

    public LoopKind Kind { get; private set; }

    public int Length { get; private set; }

    public int Index { get; private set; }

    public int Columns { get; set; }

    public bool Changed { get; private set; }

    public object? Value { get; set; }

    public void Begin(ScriptVariable? variable, LoopKind kind, int length)
    {
        Name = variable?.Name;
        IsLocal = variable is ScriptVariableLocal;
        Kind = kind;
        Length = length;
        Index = 0;
        Columns = 1;
        Value = null;
        _previous = null;
    }

    public void Step(int index, object? value)
    {
        Index = index;
        Changed = index == 0 || !Equals(_previous, value);
        _previous = value;
        Value = value;
    }

    public void End()
    {
        Value = null;
        _previous = null;
        Name = null;
    }

    public bool TryGetMember(string name, out object? value)
    {
        value = name switch
        {
            "index" => Boxes.Of(Index),
            "rindex" when Length >= 0 => Boxes.Of(Length - Index - 1),
            "length" when Length >= 0 => Boxes.Of(Length),
            "first" => Boxes.Of(Index == 0),
            "last" when Length >= 0 => Boxes.Of(Index == Length - 1),
            "even" => Boxes.Of((Index & 1) == 0),
            "odd" => Boxes.Of((Index & 1) == 1),
            "changed" when Kind != LoopKind.While => Boxes.Of(Changed),
            "col" when Kind == LoopKind.TableRow => Boxes.Of((Index % Columns) + 1),
            _ => null,
        };
        return value is not null;
    }
}
