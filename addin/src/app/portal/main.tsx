document.getElementById("root")!.textContent = "CadreDocs";
