package org.anamnesis.converse;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.anamnesis.code.Coding;
import org.anamnesis.code.Diagnosis;
import org.anamnesis.code.StudyKind;
import org.anamnesis.code.StudyKinds;
import org.anamnesis.interpret.Question;
import org.anamnesis.plan.OwnWords;
import org.anamnesis.plan.StudyWords;
import org.anamnesis.plan.Words;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.StudyOrder;
import org.anamnesis.study.AskedStudy;
import org.anamnesis.study.Finding;
import org.anamnesis.study.Person;
import org.anamnesis.study.Studio;
import org.anamnesis.study.Studios;

/** What a recording or image can show, and how one finding shows: from the studio that makes it. */
final class StudyAnswer {
    /** Somebody of no particular traits, to see how a finding shows. */
    static final Person ANYBODY =
            new Person(
                    0,
                    "1",
                    "1",
                    LocalDateTime.of(2020, 1, 1, 9, 0),
                    60,
                    false,
                    Map.of(),
                    Set.of(),
                    Set.of());

    private static final int MOST = 8;

    /** Made to see what is usual. */
    private static final int SOME = 15;

    private StudyAnswer() {}

    static Answer of(Question.OfStudy q) {
        StudyKind kind = StudyKinds.find(q.kind()).orElseThrow();
        if (q.part().isEmpty()) {
            return whole(kind);
        }
        Optional<StudyKind.Shown> finding = kind.finding(q.part().get());
        return finding.map(f -> shown(kind, f, q.details()))
                .or(
                        () ->
                                kind.measurement(q.part().get())
                                        .map(m -> StudyFigureAnswer.of(kind, m, among(kind, q))))
                .orElseGet(() -> chosen(kind, kind.setting(q.part().get()).orElseThrow()));
    }

    private static Optional<StudyKind.Shown> among(StudyKind kind, Question.OfStudy q) {
        return Optional.ofNullable(q.details().get(Question.OfStudy.AMONG)).flatMap(kind::finding);
    }

    private static Answer chosen(StudyKind kind, StudyKind.Setting s) {
        List<String> lines = new ArrayList<>();
        lines.add("can be set: " + (s.choices().isEmpty() ? setting(s) : s.offer()));
        if (!s.allParts().isEmpty()) {
            lines.add("usual: " + String.join(", ", s.allParts()));
        }
        return new Answer(
                "%s of the %s:".formatted(s.names().get(0), kind.names().get(0)),
                lines,
                Typed.object("kind", "study", "study", kind.id(), "setting", s.id()));
    }

    /** The kinds that can be made. */
    static Answer all() {
        List<String> lines =
                StudyKinds.bundled().stream()
                        .map(
                                k ->
                                        "%s: %d findings, %d measurements"
                                                .formatted(
                                                        k.names().get(0),
                                                        k.findings().size(),
                                                        k.measurements().size()))
                        .toList();
        return new Answer(
                "Recordings and images that can be made:", lines, Typed.object("kind", "studies"));
    }

    /** An answer about studies with what is asked for in this cohort before it. */
    static Answer within(Answer answer, Question question, CohortSpec spec) {
        List<String> ordered =
                question instanceof Question.OfStudy q && finding(q).isPresent()
                        ? StudyCountAnswer.of(finding(q).get(), q.kind(), spec)
                        : spec.beyond().studies().stream()
                                .filter(
                                        o ->
                                                question instanceof Question.Studies
                                                        || (question instanceof Question.OfStudy s
                                                                && s.kind().equals(o.kind())))
                                .map(o -> "asked for here: " + StudyWords.of(o))
                                .toList();
        if (ordered.isEmpty()) {
            return answer;
        }
        List<String> lines = new ArrayList<>(ordered);
        lines.addAll(asAsked(answer, question, spec).lines());
        lines.add(
                "one of them to look at: on the page (\"a look at one\"), or \"with pictures\" beside the files");
        return new Answer(answer.text(), lines, answer.json());
    }

    /** Asked how a finding shows that this cohort asks for in one form: in that form. */
    private static Answer asAsked(Answer answer, Question question, CohortSpec spec) {
        if (!(question instanceof Question.OfStudy q)
                || finding(q).isEmpty()
                || !q.details().isEmpty()) {
            return answer;
        }
        List<Map<String, String>> forms =
                spec.beyond().study(q.kind()).stream()
                        .flatMap(o -> o.findings().stream())
                        .filter(f -> f.finding().equals(q.part().get()) && f.percent() > 0)
                        .map(StudyOrder.Shown::details)
                        .toList();
        return forms.size() == 1 && !forms.get(0).isEmpty()
                ? shown(StudyKinds.find(q.kind()).orElseThrow(), finding(q).get(), forms.get(0))
                : answer;
    }

    private static Optional<StudyKind.Shown> finding(Question.OfStudy q) {
        return q.part().flatMap(p -> StudyKinds.find(q.kind()).flatMap(k -> k.finding(p)));
    }

    private static Answer whole(StudyKind kind) {
        List<String> lines = new ArrayList<>();
        lines.add(
                "findings: "
                        + kind.findings().stream()
                                .map(f -> f.names().get(0))
                                .collect(Collectors.joining(", ")));
        lines.add(
                "measured and recorded: "
                        + kind.measurements().stream()
                                .map(m -> m.names().get(0) + unit(m.unit()))
                                .collect(Collectors.joining(", ")));
        lines.add(
                "can be set: "
                        + kind.settings().stream()
                                .map(StudyAnswer::setting)
                                .collect(Collectors.joining("; ")));
        Studios.installed()
                .of(kind.id())
                .ifPresent(s -> lines.add("files: " + String.join(", ", s.formats())));
        return new Answer(
                "What a made %s can hold:".formatted(kind.names().get(0)),
                lines,
                Typed.object("kind", "study", "study", kind.id()));
    }

    private static String unit(String ucum) {
        return ucum.isEmpty() ? "" : " in " + OwnWords.plain(ucum);
    }

    private static String setting(StudyKind.Setting s) {
        if (!s.choices().isEmpty()) {
            return s.names().get(0)
                    + " ("
                    + s.choices().stream().limit(MOST).collect(Collectors.joining(", "))
                    + (s.choices().size() > MOST ? ", ..." : "")
                    + ")";
        }
        String range =
                s.low().isPresent() && s.high().isPresent()
                        ? " ("
                                + Amounts.number(s.low().getAsDouble())
                                + " to "
                                + Amounts.number(s.high().getAsDouble())
                                + unitOf(s)
                                + ")"
                        : "";
        return s.names().get(0) + range;
    }

    private static String unitOf(StudyKind.Setting s) {
        boolean counted = s.unit().isEmpty() || s.unit().startsWith("{");
        return counted ? "" : " " + OwnWords.plain(s.unit());
    }

    /** Whether it can be asked for; else it follows from the rest. */
    private static boolean asked(StudyKind.Setting detail) {
        return !detail.choices().isEmpty() || detail.low().isPresent() || detail.high().isPresent();
    }

    static String code(Coding c) {
        return "code: " + c.system().title() + " " + c.code();
    }

    private static Answer shown(
            StudyKind kind, StudyKind.Shown finding, Map<String, String> details) {
        List<String> lines = new ArrayList<>();
        Optional<Studio> studio = Studios.installed().of(kind.id());
        if (studio.isPresent()) {
            variants(finding, details)
                    .forEach(v -> example(kind, studio.get(), finding, v).ifPresent(lines::add));
        }
        if (!finding.details().isEmpty()) {
            lines.add(
                    "can be said of it: "
                            + finding.details().stream()
                                    .filter(StudyAnswer::asked)
                                    .map(StudyAnswer::setting)
                                    .collect(Collectors.joining("; ")));
        }
        if (!finding.conditions().isEmpty()) {
            lines.add(
                    "shown without asking by whoever has "
                            + finding.conditions().stream()
                                    .map(Words::named)
                                    .collect(Collectors.joining(", ")));
        }
        finding.diagnosis().ifPresent(d -> lines.add(diagnosis(d)));
        finding.code().filter(Coding::verified).ifPresent(c -> lines.add(code(c)));
        lines.add("source (%s): %s".formatted(finding.standing().word(), finding.source()));
        return new Answer(
                "How %s shows in the %s made here:"
                        .formatted(finding.names().get(0), kind.names().get(0)),
                lines,
                Typed.object("kind", "study", "study", kind.id(), "finding", finding.id()));
    }

    /** As asked, or by each choice of the first detail that has some. */
    private static List<Map<String, String>> variants(
            StudyKind.Shown finding, Map<String, String> asked) {
        Map<String, String> known = new TreeMap<>();
        finding.details()
                .forEach(
                        d -> {
                            if (asked.containsKey(d.id())) {
                                known.put(d.id(), asked.get(d.id()));
                            }
                        });
        Optional<StudyKind.Setting> first =
                finding.details().stream().filter(d -> !d.choices().isEmpty()).findFirst();
        if (first.isEmpty() || known.containsKey(first.get().id())) {
            return List.of(known);
        }
        return first.get().choices().stream()
                .limit(MOST)
                .map(
                        c -> {
                            Map<String, String> one = new TreeMap<>(known);
                            one.put(first.get().id(), c);
                            return one;
                        })
                .toList();
    }

    private static Optional<String> example(
            StudyKind kind, Studio studio, StudyKind.Shown finding, Map<String, String> details) {
        var asked =
                new AskedStudy(
                        kind.id(), Map.of(), Map.of(), List.of(new Finding(finding.id(), details)));
        if (!studio.check(asked).isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> usual = usual(studio, asked, finding.id());
        return Optional.of(
                        usual.entrySet().stream()
                                .filter(e -> !e.getValue().isBlank())
                                .map(e -> named(finding, e.getKey()) + " " + e.getValue())
                                .collect(Collectors.joining(", ")))
                .filter(line -> !line.isEmpty())
                .map(line -> "for example: " + line);
    }

    private static String diagnosis(Diagnosis d) {
        return d.concept()
                .map(
                        c ->
                                "whoever is asked to show it has the diagnosis %s on record: %s"
                                        .formatted(c.name(), d.because()))
                .orElse("puts no diagnosis on record: " + d.because());
    }

    /** Details as the first of some has them; of lists what most of them have. */
    private static Map<String, String> usual(Studio studio, AskedStudy asked, String finding) {
        List<Map<String, String>> all =
                LongStream.rangeClosed(1, SOME)
                        .mapToObj(key -> studio.plan(ANYBODY, asked, key))
                        .flatMap(s -> s.findings().stream())
                        .filter(f -> f.id().equals(finding))
                        .map(Finding::details)
                        .toList();
        Map<String, String> usual = new TreeMap<>();
        all.stream().limit(1).forEach(usual::putAll);
        for (String id : List.copyOf(usual.keySet())) {
            List<List<String>> lists =
                    all.stream().map(d -> List.of(d.getOrDefault(id, "").split(","))).toList();
            if (lists.stream().anyMatch(l -> l.size() > 1)) {
                usual.put(
                        id,
                        lists.stream()
                                .flatMap(List::stream)
                                .distinct()
                                .filter(
                                        x ->
                                                2
                                                                * lists.stream()
                                                                        .filter(l -> l.contains(x))
                                                                        .count()
                                                        > SOME)
                                .collect(Collectors.joining(", ")));
            }
        }
        return usual;
    }

    private static String named(StudyKind.Shown finding, String detail) {
        return finding.details().stream()
                .filter(d -> d.id().equals(detail))
                .findFirst()
                .map(d -> d.names().get(0))
                .orElse(detail);
    }
}
