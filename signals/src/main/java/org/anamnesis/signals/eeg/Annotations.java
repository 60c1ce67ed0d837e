package org.anamnesis.signals.eeg;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.anamnesis.signals.file.EdfAnnotation;
import org.anamnesis.study.Finding;
import org.anamnesis.study.Study;

/** The notes in the files: what the record says, with its times. */
final class Annotations {
    private Annotations() {}

    static List<EdfAnnotation> of(Study study, Score score) {
        var all = new ArrayList<EdfAnnotation>();
        for (var stage : score.stages()) {
            if (!stage.state().annotation().isEmpty()) {
                all.add(
                        new EdfAnnotation(
                                stage.from(),
                                stage.to() - stage.from(),
                                stage.state().annotation()));
            }
        }
        double whole = Details.number(study.settings().get("duration_s"));
        for (var f : study.findings()) {
            var sign = Sign.of(f.id()).orElseThrow();
            if (!sign.counted() && sign.abnormal() && sign != Sign.BURST_SUPPRESSION) {
                String name = EegKind.kind().finding(f.id()).orElseThrow().names().get(0);
                all.add(new EdfAnnotation(0, whole, placed(name, f)));
            }
        }
        for (var e : score.events()) {
            all.add(
                    new EdfAnnotation(
                            e.onset(),
                            Math.rint(1000 * e.duration()) / 1000,
                            placed(e.sign().annotation(), study.findings().get(e.finding()))));
        }
        all.sort(Comparator.comparingDouble(EdfAnnotation::onset));
        return all;
    }

    private static String placed(String name, Finding finding) {
        return finding.details().containsKey("side")
                ? name + ", " + Focus.of(finding).words()
                : finding.details().containsKey("electrode")
                        ? name + ", " + finding.details().get("electrode")
                        : name;
    }
}
