package org.anamnesis.interpret;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.code.Concept.Kind;
import org.anamnesis.code.Vocabulary;
import org.anamnesis.measure.QuantityRange;
import org.anamnesis.spec.Criterion.HasCondition;
import org.anamnesis.spec.Criterion.ObservationWithin;
import org.anamnesis.spec.Criterion.TakesMedication;

/** Conditions, their stages, and medications. */
final class ConceptWords {
    private static final Map<String, String> ROMAN =
            Map.of("i", "1", "ii", "2", "iii", "3", "iv", "4", "v", "5");
    private static final Phrases BARE =
            new Phrases(Set.of("diabetes", "diabetic", "diabetics", "diabetes mellitus", "dm"));

    private final Draft draft;
    private final Sentence s;
    private final Vocabulary vocabulary;

    private static final Set<String> COUNTED =
            Set.of(
                    "observations",
                    "labs",
                    "key",
                    "important",
                    "top",
                    "most",
                    "variables",
                    "measurements",
                    "features",
                    "%",
                    "percent",
                    "percents");

    private record Stage(String stage, int from, int to) {}

    private ConceptWords(Draft draft, Vocabulary vocabulary) {
        this.draft = draft;
        this.s = draft.sentence;
        this.vocabulary = vocabulary;
    }

    static void find(Draft draft, Vocabulary vocabulary) {
        ConceptWords words = new ConceptWords(draft, vocabulary);
        for (Sentence.Named n : words.s.unused(Kind.CONDITION)) {
            words.condition(n);
        }
        words.bare();
        words.medications();
    }

    private void condition(Sentence.Named n) {
        if (!s.free(n.from(), n.to())) {
            return; // a word of two conditions: the first one counts
        }
        ejection(n);
        Optional<Stage> stage = stageAfter(n.to()).or(() -> stageBefore(n.from()));
        int from = stage.map(x -> Math.min(x.from(), n.from())).orElse(n.from());
        int to = stage.map(x -> Math.max(x.to(), n.to())).orElse(n.to());
        draft.found(
                Draft.Topic.CONDITION,
                new HasCondition(n.concept().id(), stage.map(Stage::stage)),
                from,
                to);
    }

    /**
     * Ejection fraction of at most 40 % is reduced, of 50 % and more preserved: AHA/ACC/HFSA 2022
     * (doi:10.1161/CIR.0000000000001063), section 2.2.
     */
    private void ejection(Sentence.Named n) {
        String words = n.words().toLowerCase(Locale.ROOT);
        boolean reduced = words.contains("hfref") || words.contains("reduced ejection");
        boolean preserved = words.contains("hfpef") || words.contains("preserved ejection");
        if (reduced || preserved) {
            double low = preserved ? 50 : Double.NEGATIVE_INFINITY;
            double high = reduced ? 40 : Double.POSITIVE_INFINITY;
            var range = new QuantityRange(low, high, "%");
            draft.found(
                    Draft.Topic.LIMIT, new ObservationWithin("lvef", range), n.from(), n.from());
        }
    }

    /** "diabetes" without a type. */
    private void bare() {
        for (int i = 0; i < s.size(); i++) {
            int to = s.afterAny(i, BARE);
            if (to < 0 || !s.free(i, to)) {
                continue;
            }
            String words = s.english(i, to).toLowerCase(Locale.ROOT);
            Optional<Vocabulary.Default> taken = vocabulary.defaultReading(words);
            String id = taken.map(d -> d.concept().id()).orElse("");
            boolean said =
                    draft.found().stream()
                            .anyMatch(
                                    f ->
                                            f.criterion() instanceof HasCondition h
                                                    && h.condition().equals(id));
            if (taken.isPresent() && said) {
                s.use(i, to);
            } else if (taken.isPresent()) {
                draft.found(Draft.Topic.CONDITION, new HasCondition(id, Optional.empty()), i, to);
                draft.ask(type(s.quote(i, to), id, taken.get().assumption() + "."));
            }
        }
    }

    /** The other type is as near when somebody can be asked. */
    private static Ambiguity type(String quote, String usual, String assumption) {
        return new Ambiguity(
                quote,
                "Which diabetes?",
                List.of(
                        new Ambiguity.Way(
                                "type 2 diabetes",
                                new HasCondition(usual, Optional.empty()),
                                assumption),
                        new Ambiguity.Way(
                                "type 1 diabetes",
                                new HasCondition("type-1-diabetes", Optional.empty()),
                                "")));
    }

    private Optional<Stage> stageAfter(int i) {
        int at = i;
        while (Set.of("in", "at", "(", ",", "of", "with").contains(s.word(at)) && at < i + 2) {
            at++;
        }
        return stage(at).filter(x -> s.free(x.from(), x.to()));
    }

    private Optional<Stage> stageBefore(int i) {
        // farthest first, so that "stage 3b" is not read as "3b" alone
        for (int from = Math.max(0, i - 4); from < i; from++) {
            Optional<Stage> found = stage(from);
            if (found.isPresent() && s.free(from, i)) {
                int to = found.get().to();
                if (to == i || (to == i - 1 && s.word(to).equals("of"))) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Stage> stage(int i) {
        String w = s.word(i);
        int at = w.equals("stage") || w.equals("stages") || w.equals("grade") ? i + 1 : i;
        boolean said = at > i;
        Token t = s.at(at);
        boolean whole = t.number() && t.value().scale() <= 0;
        Token letter = s.at(at + 1);
        boolean ab = letter.text().equals("a") || letter.text().equals("b");
        boolean sub = whole && ab && t.touches(letter);
        if ((said || sub || bare(i, t)) && whole && t.value().intValue() <= 9) {
            String stage = t.value().intValue() + (sub ? letter.text() : "");
            return Optional.of(new Stage(stage, i, sub ? at + 2 : at + 1));
        }
        if (said && ROMAN.containsKey(t.text())) {
            return Optional.of(new Stage(ROMAN.get(t.text()), i, at + 1));
        }
        String g = said || w.startsWith("g") ? t.text() : "";
        String tail = g.startsWith("g") ? g.substring(1) : g;
        boolean known =
                tail.length() >= 1 && tail.length() <= 2 && "12345".indexOf(tail.charAt(0)) >= 0;
        boolean lettered = tail.length() < 2 || tail.charAt(1) == 'a' || tail.charAt(1) == 'b';
        return known && lettered ? Optional.of(new Stage(tail, i, at + 1)) : Optional.empty();
    }

    /** "CKD 3": a small number right behind the abbreviation, unless it counts something. */
    private boolean bare(int i, Token t) {
        return i > 0
                && s.word(i - 1).equals("ckd")
                && t.number()
                && t.value().intValue() >= 1
                && t.value().intValue() <= 5
                && !COUNTED.contains(s.word(i + 1));
    }

    private void medications() {
        for (Kind kind : new Kind[] {Kind.INGREDIENT, Kind.DRUG_CLASS}) {
            for (Sentence.Named n : s.unused(kind)) {
                if (s.free(n.from(), n.to())) {
                    draft.found(
                            Draft.Topic.MEDICATION,
                            new TakesMedication(n.concept().id()),
                            n.from(),
                            n.to());
                }
            }
        }
    }
}
