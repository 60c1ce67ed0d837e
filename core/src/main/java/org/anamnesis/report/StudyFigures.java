package org.anamnesis.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anamnesis.code.StudyKind;
import org.anamnesis.code.StudyKinds;
import org.anamnesis.spec.StudyOrder;

/** Who says what recordings and images look like and how often they show what. */
final class StudyFigures {
    private StudyFigures() {}

    /** A figure, or the criteria of a finding. */
    private record Line(String what, String source, Trust trust) {}

    /** Kinds that were ordered, each once. */
    static List<StudyKind> kinds(Dossier dossier) {
        return dossier.spec().beyond().studies().stream()
                .map(StudyOrder::kind)
                .distinct()
                .map(StudyKinds::find)
                .flatMap(Optional::stream)
                .toList();
    }

    private static List<Line> lines(StudyKind kind) {
        List<Line> all = new ArrayList<>();
        kind.figures()
                .forEach(f -> all.add(new Line(f.what(), f.source(), Trust.of(f.standing()))));
        kind.findings()
                .forEach(
                        f ->
                                all.add(
                                        new Line(
                                                "criteria of " + f.names().get(0),
                                                f.source(),
                                                Trust.of(f.standing()))));
        return all;
    }

    static void markdown(StringBuilder out, Dossier dossier) {
        for (StudyKind kind : kinds(dossier)) {
            out.append("\n## On what each ").append(kind.names().get(0)).append(" rests\n\n");
            for (Line line : lines(kind)) {
                out.append("- **").append(line.trust().word()).append("** ");
                out.append(Markdown.text(line.what()));
                out.append(line.source().isEmpty() ? "" : ": " + Markdown.text(line.source()));
                out.append('\n');
            }
        }
    }

    static List<Map<String, Object>> json(Dossier dossier) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (StudyKind kind : kinds(dossier)) {
            for (Line line : lines(kind)) {
                Map<String, Object> one = new LinkedHashMap<>();
                one.put("study", kind.id());
                one.put("figure", line.what());
                one.put("source", line.source());
                one.put("confidence", line.trust().word());
                all.add(one);
            }
        }
        return all;
    }

    /** One table a kind. */
    static void write(Html html, Dossier dossier) {
        for (StudyKind kind : kinds(dossier)) {
            Marks.table(
                    html,
                    "On what each %s rests, and how far that was checked."
                            .formatted(kind.names().get(0)),
                    "Figure or criteria",
                    "Source",
                    "Checked");
            for (Line line : lines(kind)) {
                html.open("tr").leaf("th", line.what(), "scope", "row");
                Marks.cell(html, "Source", line.source());
                html.open("td", "data-label", "Checked");
                Marks.trust(html, line.trust());
                html.close(2);
            }
            Marks.closeTable(html);
        }
    }
}
