package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.anamnesis.code.StudyKind;
import org.anamnesis.code.StudyKinds;

/** The words for kinds of studies and for what is in them, as a message is cut into tokens. */
final class StudyTerms {
    /** What a phrase of the catalogue stands for. */
    sealed interface Term {
        StudyKind kind();

        /** The kind itself: "ECG". */
        record Kind(StudyKind kind) implements Term {}

        /**
         * A finding.
         *
         * @param given details that stand within its name: "old inferior infarction"
         */
        record Finding(StudyKind kind, StudyKind.Shown of, Map<String, String> given)
                implements Term {}

        record Measured(StudyKind kind, StudyKind.Measurement of) implements Term {}

        record Set(StudyKind kind, StudyKind.Setting of) implements Term {}

        /** A choice of a setting: "chest". */
        record Choice(StudyKind kind, StudyKind.Setting of, String choice) implements Term {}

        /** A choice of a detail of a finding: "right upper lobe". */
        record Detail(StudyKind kind, StudyKind.Setting of, String choice) implements Term {}
    }

    /** A term at the tokens {@code from} to {@code to - 1}. */
    record Place(Term term, int from, int to) {}

    /** Names of findings that mean other things in other places. */
    private static final String EVERYDAY =
            "normal|absences?|spikes?|spindles?|blinks?|saccades?|beta|digoxin|lad|rad|sb|st|normality|stones?|cysts?|bleeds?|blood|h(a)?emorrhages?|blutung(en)?|h[eé]morragi[ae]s?|n[oó]dulos?|结节|masses|mass|nodules?|fluid|stroke|aneurysms?|epidural|extradural|subdural|paced|ectopics";

    private static final StudyTerms BUNDLED = new StudyTerms(StudyKinds.bundled());

    private final Map<String, List<Term>> terms = new HashMap<>();
    private final Phrases phrases;

    private StudyTerms(List<StudyKind> kinds) {
        for (StudyKind kind : kinds) {
            kind.names().forEach(n -> add(n, new Term.Kind(kind)));
            for (StudyKind.Shown f : kind.findings()) {
                f.names().forEach(n -> add(n, new Term.Finding(kind, f, given(f, n))));
                f.details().forEach(d -> within(kind, f, d));
                f.details().forEach(d -> choices(d, c -> new Term.Detail(kind, d, c)));
            }
            kind.measurements()
                    .forEach(m -> m.names().forEach(n -> add(n, new Term.Measured(kind, m))));
            for (StudyKind.Setting s : kind.settings()) {
                s.names().forEach(n -> add(n, new Term.Set(kind, s)));
                if (s.parts().isEmpty()) { // lists of leads have words of their own
                    choices(s, c -> new Term.Choice(kind, s, c));
                }
            }
        }
        phrases = new Phrases(terms.keySet());
    }

    /** "liver cyst": a detail that the name itself tells. */
    private static Map<String, String> given(StudyKind.Shown f, String name) {
        Map<String, String> all = new HashMap<>();
        for (StudyKind.Setting d : f.details()) {
            for (String c : d.choices()) {
                List<String> words = new ArrayList<>(d.called().getOrDefault(c, List.of()));
                words.add(c);
                String padded = " " + name.replace('-', ' ') + " ";
                boolean told =
                        words.stream()
                                .anyMatch(
                                        w ->
                                                w.equals(name)
                                                        || (w.matches("[a-z][a-z ]{3,}")
                                                                && padded.contains(" " + w + " ")));
                if (told) {
                    all.put(d.id(), c);
                }
            }
        }
        return Map.copyOf(all);
    }

    /**
     * "old inferior infarction": a choice between the words of a name; "frontal seizure", "temporal
     * lobe seizure": one in place of the word that leaves the place open.
     */
    private void within(StudyKind kind, StudyKind.Shown f, StudyKind.Setting d) {
        for (String name : f.names()) {
            for (int i = name.indexOf(' '); i > 0; i = name.indexOf(' ', i + 1)) {
                String first = name.substring(0, i);
                String last = name.substring(i);
                for (String c : d.choices()) {
                    var term = new Term.Finding(kind, f, Map.of(d.id(), c));
                    if (c.matches("[a-z].*")) {
                        add(first + " " + c.replace('-', ' ') + last, term);
                        if (first.matches("focal|partial")) {
                            add(c + last, term);
                            add(c + " lobe" + last, term);
                        }
                    }
                    d.called()
                            .getOrDefault(c, List.of())
                            .forEach(n -> add(first + " " + n + last, term));
                }
            }
        }
    }

    private void choices(StudyKind.Setting of, Function<String, Term> term) {
        for (String choice : of.choices()) {
            if (!choice.matches("[0-9.]+|none|no|yes")) { // "none with nodules"
                add(choice.replace('-', ' ').replace('_', ' '), term.apply(choice));
            }
            of.called().getOrDefault(choice, List.of()).forEach(n -> add(n, term.apply(choice)));
        }
    }

    private void add(String name, Term term) {
        String phrase = Tokens.of(name).stream().map(Token::text).collect(Collectors.joining(" "));
        List<Term> all = terms.computeIfAbsent(phrase, k -> new ArrayList<>());
        if (!all.contains(term)) {
            all.add(term);
        }
        if (term instanceof Term.Kind && !phrase.endsWith("s")) {
            add(name + "s", term);
        }
        if (term instanceof Term.Finding && !phrase.endsWith("s")) {
            add(name + "s", term);
        }
    }

    static StudyTerms bundled() {
        return BUNDLED;
    }

    /** Whether a phrase means a study even where no kind of study is named. */
    static boolean telling(Sentence s, Place p) {
        return p.to() - p.from() > 1 || !s.like(p.from(), EVERYDAY);
    }

    /** The longest phrase that begins at each free token, with all that it may stand for. */
    List<List<Place>> places(Sentence s) {
        List<List<Place>> all = new ArrayList<>();
        for (int i = 0; i < s.size(); ) {
            int to = longest(s, i);
            if (to < 0) {
                i++;
                continue;
            }
            int from = i;
            String phrase = phrase(s, from, to);
            List<Term> here = terms.get(phrase);
            boolean kind = here.stream().anyMatch(Term.Kind.class::isInstance);
            int cut = kind ? to : beforeKind(s, from, to);
            int start = kind || cut < to ? from : behindKind(s, from, to);
            if (start > from) {
                all.add(
                        terms.get(s.word(from)).stream()
                                .map(t -> new Place(t, from, start))
                                .toList());
            }
            all.add(here.stream().map(t -> new Place(t, start, cut)).toList());
            i = cut;
        }
        return all;
    }

    /** "normal ECGs": a finding, and behind it the kind that its name ends with. */
    private int beforeKind(Sentence s, int from, int to) {
        List<Term> last = terms.getOrDefault(s.word(to - 1), List.of());
        boolean kind = last.stream().anyMatch(Term.Kind.class::isInstance);
        return kind && to - from > 1 ? to - 1 : to;
    }

    /** "ECG normal": as other languages say it. */
    private int behindKind(Sentence s, int from, int to) {
        List<Term> first = terms.getOrDefault(s.word(from), List.of());
        boolean kind = first.stream().anyMatch(Term.Kind.class::isInstance);
        return kind && to - from > 1 ? from + 1 : from;
    }

    private int longest(Sentence s, int i) {
        int longest = -1;
        for (String p : phrases.from(s.word(i))) {
            int to = s.after(i, p);
            if (to > longest && s.free(i, to)) {
                longest = to;
            }
        }
        return longest;
    }

    private static String phrase(Sentence s, int from, int to) {
        StringBuilder out = new StringBuilder();
        for (int i = from; i < to; i++) {
            out.append(i > from ? " " : "").append(s.word(i));
        }
        return out.toString();
    }
}
