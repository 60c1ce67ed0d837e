package org.anamnesis.converse;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.anamnesis.code.StudyKind;
import org.anamnesis.code.StudyKinds;
import org.anamnesis.cohort.PatientBlock;
import org.anamnesis.export.ExportRequest;
import org.anamnesis.export.Exporters;
import org.anamnesis.export.StudyReferences;
import org.anamnesis.export.StudyWriter;
import org.anamnesis.export.TableFile;
import org.anamnesis.export.TableGroup;
import org.anamnesis.plan.GenerationPlan;
import org.anamnesis.plan.PlannedStudies;
import org.anamnesis.plan.StudyWords;
import org.anamnesis.problem.Problem;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.StudyOrder;
import org.anamnesis.study.AskedStudy;
import org.anamnesis.study.Finding;
import org.anamnesis.study.Studio;
import org.anamnesis.study.Studios;

/** The recordings and images of a run: checked before it, made on the way; nothing without any. */
final class Studied implements Closeable {
    /** Format without a file: the samples for formats that hold them. */
    private static final String SAMPLED = "sampled";

    private final Optional<StudyWriter> writer;

    private Studied(Optional<StudyWriter> writer) {
        this.writer = writer;
    }

    /** Whoever asks for files needs those who make them. */
    static List<Problem> absent(CohortSpec spec) {
        return spec.beyond().studies().stream()
                .filter(o -> Studios.installed().of(o.kind()).isEmpty())
                .map(
                        o ->
                                new Problem(
                                        "study.absent",
                                        StudyWords.name(o.kind()),
                                        "The module that makes these is not installed",
                                        "the program with its module signals, or a request without them"))
                .toList();
    }

    /** Whatever their makers say against the studies that are asked for. */
    static List<Problem> problems(CohortSpec spec) {
        List<Problem> all = new ArrayList<>();
        for (StudyOrder order : spec.beyond().studies()) {
            Optional<Studio> studio = Studios.installed().of(order.kind());
            if (studio.isPresent() && StudyKinds.find(order.kind()).isPresent()) {
                all.addAll(wrong(order, studio.get()));
                all.addAll(implied(spec, order, studio.get()));
                all.addAll(formats(order, studio.get()));
            }
        }
        return all;
    }

    private static List<Problem> formats(StudyOrder order, Studio studio) {
        return formats(order.files(), studio).stream()
                .filter(f -> !f.equals(StudyKind.PICTURE) && !studio.formats().contains(f))
                .map(
                        f ->
                                new Problem(
                                        "study.format.unknown",
                                        f,
                                        "%s is not written in this format"
                                                .formatted(StudyWords.name(order.kind())),
                                        String.join(", ", studio.formats())))
                .toList();
    }

    /** "AF, PR 160": numbers that what everybody has leaves no room for. */
    private static List<Problem> implied(CohortSpec spec, StudyOrder order, Studio studio) {
        if (order.measurements().isEmpty() || spec.condition().isEmpty()) {
            return List.of();
        }
        return StudyKinds.find(order.kind()).stream()
                .flatMap(k -> k.findings().stream())
                .filter(f -> f.conditions().contains(spec.condition().get()))
                .flatMap(
                        f ->
                                studio
                                        .check(asked(order, List.of(new Finding(f.id(), Map.of()))))
                                        .stream())
                .filter(
                        p ->
                                p.code().endsWith("measurement.absent")
                                        || p.code().endsWith("finding.measurement"))
                .distinct()
                .toList();
    }

    /** Each finding apart, for those that exclude each other go to different patients. */
    private static List<Problem> wrong(StudyOrder order, Studio studio) {
        Set<Problem> all = new LinkedHashSet<>();
        List<Finding> everywhere = new ArrayList<>();
        for (StudyOrder.Shown f : order.findings()) {
            for (int end = 0; end < 2 && f.percent() > 0; end++) {
                for (Map<String, String> side : f.sides()) {
                    var finding = new Finding(f.finding(), at(side, end));
                    all.addAll(studio.check(asked(order, List.of(finding))));
                    if (end == 1 && f.percent() >= 100) {
                        everywhere.add(finding);
                    }
                }
            }
        }
        if (everywhere.size() > 1) { // what each study shows together
            all.addAll(studio.check(asked(order, everywhere)));
        } else if (order.findings().stream().noneMatch(f -> f.percent() > 0)) {
            all.addAll(studio.check(asked(order, List.of())));
        }
        return List.copyOf(all);
    }

    /** The details with those that lie between two numbers at one of them. */
    private static Map<String, String> at(Map<String, String> details, int end) {
        Map<String, String> all = new TreeMap<>(details);
        all.replaceAll((id, value) -> end(StudyOrder.Shown.ends(value), end));
        return all;
    }

    private static String end(List<String> ends, int end) {
        return ends.get(Math.min(end, ends.size() - 1));
    }

    private static AskedStudy asked(StudyOrder order, List<Finding> findings) {
        return new AskedStudy(order.kind(), order.withoutFiles(), order.measurements(), findings);
    }

    private static Set<String> formats(List<String> asked, Studio studio) {
        return new LinkedHashSet<>(asked.isEmpty() ? studio.formats().subList(0, 1) : asked);
    }

    /** Bytes on disk a patient, about. */
    static double bytes(GenerationPlan plan) {
        double each = 0;
        for (PlannedStudies p : plan.studies()) {
            Optional<Studio> studio = Studios.installed().of(p.kind());
            if (studio.isPresent()) {
                each += bytes(p, studio.get()) * p.percent() / 100;
            }
        }
        return each;
    }

    /** Of one study: small findings take finer images in those that show them. */
    private static double bytes(PlannedStudies p, Studio studio) {
        Set<String> formats = formats(p.files(), studio);
        double plain = studio.bytes(asked(p, List.of()), formats);
        double most = plain;
        double mean = plain;
        for (PlannedStudies.Asked f : p.findings()) {
            var finding = new Finding(f.finding(), f.details().get(0));
            double shown = studio.bytes(asked(p, List.of(finding)), formats);
            mean += (shown - plain) * f.percent() / 100;
            most = Math.max(most, shown);
        }
        return Math.min(mean, most);
    }

    private static AskedStudy asked(PlannedStudies p, List<Finding> findings) {
        return new AskedStudy(p.kind(), p.settings(), p.measurements(), findings);
    }

    static Studied open(GenerationPlan plan, ExportRequest request, int threads)
            throws IOException {
        if (plan.studies().isEmpty() || !request.tables().contains(TableGroup.EHR)) {
            return new Studied(Optional.empty());
        }
        List<StudyReferences> references =
                Exporters.installed().references(plan.spec().formats(), request);
        Map<String, Set<String>> formats = new TreeMap<>();
        for (PlannedStudies p : plan.studies()) {
            Studio studio = Studios.installed().of(p.kind()).orElseThrow();
            Set<String> asked = formats(p.files(), studio);
            if (!references.isEmpty() && studio.formats().contains(SAMPLED)) {
                asked.add(SAMPLED);
            }
            formats.put(p.kind(), asked);
        }
        return new Studied(Optional.of(new StudyWriter(request, formats, threads, references)));
    }

    void accept(PatientBlock block) throws IOException {
        if (writer.isPresent()) {
            writer.get().accept(block);
        }
    }

    List<TableFile> finish() throws IOException {
        return writer.isPresent() ? writer.get().finish() : List.of();
    }

    @Override
    public void close() throws IOException {
        if (writer.isPresent()) {
            writer.get().close();
        }
    }
}
