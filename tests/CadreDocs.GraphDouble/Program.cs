using System.Globalization;
using CadreDocs.GraphDouble;

// By itself: CadreDocs.GraphDouble [port] [delay in ms] [units a second, 0 for no limit]; one site /sites/cadre with its columns.
var server = await GraphServer.StartAsync(args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 0);
server.Delay = TimeSpan.FromMilliseconds(args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 0);
server.Limiter.Units = args.Length > 2 && int.Parse(args[2], CultureInfo.InvariantCulture) is > 0 and var units ? units : null;
var drive = server.Tenant.AddSite("/sites/cadre",
    ["CadreDistrict", "CadreSchool", "CadreYear", "CadreForm", "CadrePerson", "CadreState", "CadreContentCode", "CadreScheme", "CadreRecord", "CadrePortal"]);
Console.WriteLine($"{server.Address} {drive.Id}");
await Task.Delay(Timeout.Infinite);
