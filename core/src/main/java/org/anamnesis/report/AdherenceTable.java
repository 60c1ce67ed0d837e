package org.anamnesis.report;

import org.anamnesis.evaluate.Adherence;

/** Asked against achieved. */
final class AdherenceTable {
    private AdherenceTable() {}

    static void write(Html html, Dossier dossier) {
        Marks.table(
                html,
                "Counted in the patients that were written.",
                "What was asked",
                "Asked",
                "Achieved",
                "Met",
                "Judged by");
        for (Adherence line : dossier.evaluation().adherence()) {
            html.open("tr").leaf("th", line.what(), "scope", "row");
            Marks.number(html, "Asked", line.asked());
            Marks.number(html, "Achieved", line.achieved());
            boolean met = line.verdict() == Adherence.Verdict.MET;
            html.open("td", "data-label", "Met")
                    .leaf("span", verdict(line.verdict()), "class", met ? "met" : "missed")
                    .close();
            Marks.cell(html, "Judged by", line.note());
            html.close();
        }
        Marks.closeTable(html);
    }

    private static String verdict(Adherence.Verdict verdict) {
        return switch (verdict) {
            case MET -> "✓ yes";
            case NOT_MET -> "✗ no";
            case NOT_CHECKED -> "not checked";
        };
    }
}
