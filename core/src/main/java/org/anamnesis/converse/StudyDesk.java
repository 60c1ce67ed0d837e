package org.anamnesis.converse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.anamnesis.cohort.RecordedStudy;
import org.anamnesis.generate.Generator;
import org.anamnesis.plan.GenerationPlan;
import org.anamnesis.plan.StudyWords;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;
import org.anamnesis.spec.Beyond;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.SpecFile;
import org.anamnesis.spec.StudyOrder;
import org.anamnesis.study.Studio;
import org.anamnesis.study.Studios;
import org.anamnesis.study.Study;

/**
 * A look at a recording or image before the run: of a few patients the one that shows most of what
 * was asked.
 */
final class StudyDesk {
    private static final int SAMPLE = 40;

    private StudyDesk() {}

    /**
     * @param settled the whole request, open questions settled
     * @throws RequestException with every problem, also if no such studies are asked for
     */
    static StudyPicture of(SpecFile settled, String kind, Shipped shipped) {
        CohortSpec spec = settled.spec();
        Optional<StudyOrder> order = spec.beyond().study(kind);
        if (order.isEmpty()) {
            throw RequestException.of(
                    "study.none",
                    kind,
                    "None of these are asked for",
                    "with " + StudyWords.name(kind));
        }
        List<Problem> problems = new ArrayList<>(Today.problems(spec));
        problems.addAll(Studied.absent(spec));
        if (!problems.isEmpty()) {
            throw new RequestException(problems);
        }
        Beyond beyond = spec.beyond().withoutTimeline().withBaseline(Optional.empty());
        CohortSpec few =
                spec.withCount(Math.min(spec.count(), SAMPLE))
                        .withBeyond(beyond.withoutStudies().with(order.get()));
        GenerationPlan plan = GenerateDesk.run(new SpecFile(few, settled.said()), shipped).plan();
        try {
            List<String> asked =
                    order.get().findings().stream().map(StudyOrder.Shown::finding).toList();
            return picture(plan, Studios.installed().of(kind).orElseThrow(), asked);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // nothing is written
        }
    }

    private static long shown(Study study, List<String> asked) {
        return study.findings().stream().filter(f -> asked.contains(f.id())).count();
    }

    private static StudyPicture picture(GenerationPlan plan, Studio studio, List<String> asked)
            throws IOException {
        List<Study> all = new ArrayList<>();
        Generator.cohort(plan, 1)
                .forEachBlock(
                        block ->
                                block.record().studies().stream()
                                        .map(RecordedStudy::study)
                                        .forEach(all::add));
        Study most =
                all.stream()
                        .max(
                                Comparator.comparingLong((Study s) -> shown(s, asked))
                                        .thenComparing(s -> s.findings().size()))
                        .orElseThrow(
                                () ->
                                        RequestException.of(
                                                "study.nobody",
                                                studio.kind(),
                                                "Nobody of the first patients has one",
                                                "more patients, or of more of them"));
        return new StudyPicture(
                studio.kind(), studio.pictureType(), studio.picture(most), most.reading());
    }
}
