package org.anamnesis.interpret;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.code.Concept.Kind;
import org.anamnesis.code.Vocabulary;
import org.anamnesis.measure.QuantityRange;
import org.anamnesis.spec.Criterion;
import org.anamnesis.spec.Criterion.HasCondition;
import org.anamnesis.spec.Criterion.ObservationWithin;
import org.anamnesis.spec.Criterion.TakesMedication;
import org.anamnesis.spec.Edit;

/** Conditions, their stages, and medications. */
final class ConceptWords {
    private static final Phrases BARE =
            new Phrases(Set.of("diabetes", "diabetic", "diabetics", "diabetes mellitus", "dm"));

    private static final String HEART_FAILURE = "heart-failure";

    private final Draft draft;
    private final Sentence s;
    private final Vocabulary vocabulary;

    /** First tokens of names that say how large the ejection fraction is. */
    private final Set<Integer> parts = new HashSet<>();

    private Optional<String> talkedOf = Optional.empty();

    private ConceptWords(Draft draft, Vocabulary vocabulary) {
        this.draft = draft;
        this.s = draft.sentence;
        this.vocabulary = vocabulary;
    }

    static void find(Draft draft, Vocabulary vocabulary) {
        find(draft, vocabulary, Optional.empty());
    }

    /**
     * @param talked the condition of the cohort that is talked about: their diabetes is that one
     */
    static void find(Draft draft, Vocabulary vocabulary, Optional<String> talked) {
        ConceptWords words = new ConceptWords(draft, vocabulary);
        words.talkedOf = talked;
        talked.filter(c -> c.startsWith("type-")).ifPresent(c -> words.theirs());
        for (Sentence.Named n : words.s.unused(Kind.CONDITION)) {
            words.condition(n);
        }
        words.medications(); // "diabetes medication" names no diabetes
        words.bare();
    }

    private void condition(Sentence.Named n) {
        if (!s.free(n.from(), n.to())) {
            return; // a word of two conditions: the first one counts
        }
        if (occasion(n)) {
            s.use(n.from(), n.to() + 1);
            return;
        }
        if (ejection(n)) {
            return;
        }
        Optional<ValueClasses.Read> grade = ValueClasses.of(s, n);
        if (grade.isPresent()) {
            int first = Math.min(n.from(), grade.get().from());
            defined(n.concept().id(), grade.get().criterion(), first, grade.get().to());
            return;
        }
        Optional<StageWords.Stage> stage = new StageWords(s).beside(n.from(), n.to());
        int from = stage.map(x -> Math.min(x.from(), n.from())).orElse(n.from());
        int to = stage.map(x -> Math.max(x.to(), n.to())).orElse(n.to());
        if (stage.isEmpty() && n.concept().id().equals(StageWords.KIDNEY)) {
            stage = new StageWords(s).apart(n.to());
            stage.ifPresent(x -> s.use(x.from(), x.to()));
        }
        if (stage.isEmpty()) {
            taken(n);
        }
        boolean several = stage.filter(StageWords.Stage::several).isPresent();
        if (several && n.concept().id().equals(StageWords.KIDNEY)) {
            stages(stage.get(), from, to);
            return;
        }
        draft.found(
                Draft.Topic.CONDITION,
                new HasCondition(
                        n.concept().id(),
                        several ? Optional.empty() : stage.map(StageWords.Stage::first)),
                from,
                several ? n.to() : to);
    }

    /** Stand before what some of them have. */
    private static final String BESIDE =
            "with|without|no|not|have|has|having|had|and|or|plus|also|exclude|excluding|%";

    private static final String FOR =
            "prevention|clinic|ward|unit|team|nurses?|service|registry|guidelines?"
                    + "|department|course|lecture|conference|society|specialists?";

    /** "a stroke prevention study: atrial fibrillation": what it is for, beside who is in it. */
    private boolean occasion(Sentence.Named n) {
        return s.like(n.to(), FOR) && s.named().stream().anyMatch(o -> another(o, n));
    }

    private boolean another(Sentence.Named o, Sentence.Named n) {
        return o.is(Kind.CONDITION)
                && o.from() >= n.to()
                && !s.like(o.from() - 1, BESIDE)
                && !o.concept().equals(n.concept());
    }

    /**
     * "CKD stage 3 to 5": one criterion, the filtration rate, where a share or a "no" may stand.
     */
    private void stages(StageWords.Stage stage, int from, int to) {
        draft.assume(
                "\"%s\" is taken by the filtration rate (eGFR) that defines these stages."
                        .formatted(s.quote(from, to)));
        defined(StageWords.KIDNEY, new ObservationWithin("egfr", stage.rate()), from, to);
    }

    /** A condition and the values that narrow it; the values alone of some, or of nobody. */
    private void defined(String condition, Criterion values, int from, int to) {
        boolean main = !Set.of("in", ":", "(").contains(s.word(to)) || !s.at(to + 1).number();
        main &= !new Exclusions(s).has(from);
        for (int i = Math.max(0, from - 5); i < from; i++) {
            main &= s.at(i).kind() != Token.Kind.FRACTION && !s.like(i, "%|percent");
            main &= !Words.NEGATION.contains(s.word(i));
        }
        if (main) {
            draft.found(
                    Draft.Topic.CONDITION, new HasCondition(condition, Optional.empty()), from, to);
        }
        draft.found(Draft.Topic.LIMIT, values, from, to);
    }

    /** Whether the name said no more than how much the heart of those who have it pumps. */
    private boolean ejection(Sentence.Named n) {
        Optional<QuantityRange> part = EjectionWords.subtype(n);
        boolean said =
                draft.found().stream()
                        .anyMatch(
                                f ->
                                        f.criterion() instanceof ObservationWithin o
                                                && o.observation().equals("lvef")
                                                && !parts.contains(f.from()));
        boolean failing = part.isPresent() && failing(n);
        boolean some = part.isPresent() && ofSome(n);
        if (said && failing && !some) { // a limit in numbers tells more
            s.use(n.from(), n.to());
            return true;
        }
        if (part.isEmpty() || (said && !failing)) {
            return false;
        }
        if (some && !failing && !parts()) {
            draft.unread(s.quote(n.from(), n.to())); // a share of people with both cannot be held
            return false;
        }
        boolean alone = failing || some;
        if (alone && !failing && !draft.has(Edit.SetCondition.class)) {
            draft.edit(new Edit.SetCondition(HEART_FAILURE), n.from(), n.to());
        }
        parts.add(n.from());
        var limit = new ObservationWithin("lvef", part.get());
        draft.found(Draft.Topic.LIMIT, limit, n.from(), alone ? n.to() : n.from());
        return alone;
    }

    /** Whether all patients have heart failure anyway: they had it, or it was named before. */
    private boolean failing(Sentence.Named n) {
        return draft.found().stream()
                        .filter(f -> f.topic() == Draft.Topic.CONDITION)
                        .findFirst()
                        .filter(f -> f.from() < n.from() && heartFailure(f.criterion()))
                        .isPresent()
                || (talkedOf.filter(HEART_FAILURE::equals).isPresent()
                        && draft.found().stream()
                                .noneMatch(f -> f.topic() == Draft.Topic.CONDITION));
    }

    private static boolean heartFailure(Criterion c) {
        return c instanceof HasCondition h && h.condition().equals(HEART_FAILURE);
    }

    /** "60 % HFrEF, 40 % HFpEF": no other condition is named, so both are parts of this one. */
    private boolean parts() {
        return talkedOf.isEmpty()
                && s.named().stream()
                        .filter(x -> x.is(Kind.CONDITION))
                        .allMatch(x -> EjectionWords.subtype(x).isPresent());
    }

    /** "15 % with HFpEF", "HFpEF in 15 %", "no HFrEF": not everyone has it. */
    private boolean ofSome(Sentence.Named n) {
        int at = n.from() - 1;
        while (Words.LINKS.contains(s.word(at)) && at > n.from() - 5) {
            at--;
        }
        int behind = s.like(n.to(), ":|=|\\(|in|for|at|among") ? n.to() + 1 : n.to();
        boolean share =
                (s.at(behind).number() && s.like(behind + 1, "%|percent"))
                        || s.at(behind).kind() == Token.Kind.FRACTION;
        return share
                || s.like(at, "%|percent")
                || s.at(at).kind() == Token.Kind.FRACTION
                || Words.NEGATION.contains(s.word(at));
    }

    /** "who have had their diabetes for 15 years". */
    private void theirs() {
        for (int i = 1; i < s.size(); i++) {
            int to = s.afterAny(i, BARE);
            if (to > 0 && s.free(i, to) && s.like(i - 1, "their|the|this|with")) {
                s.use(i, to);
            }
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

    /** A name that is wider or narrower than the concept that it is read as, which is said. */
    private void taken(Sentence.Named n) {
        vocabulary
                .defaultReading(n.words())
                .filter(d -> d.concept().equals(n.concept()))
                .ifPresent(d -> draft.assume(d.assumption() + "."));
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

    /** Of asthma, "biologics" are those of asthma. */
    private String meant(Sentence.Named n) {
        boolean biologic = n.words().toLowerCase(Locale.ROOT).matches("biologics?|biological.*");
        boolean asthma =
                s.named().stream().anyMatch(o -> o.concept().id().equals("asthma"))
                        || talkedOf.filter("asthma"::equals).isPresent();
        return biologic && asthma ? "class:biologic-asthma" : n.concept().id();
    }

    private void medications() {
        for (Kind kind : new Kind[] {Kind.INGREDIENT, Kind.DRUG_CLASS}) {
            for (Sentence.Named n : s.unused(kind)) {
                if (s.free(n.from(), n.to())) {
                    taken(n);
                    draft.found(
                            Draft.Topic.MEDICATION,
                            new TakesMedication(meant(n)),
                            n.from(),
                            n.to());
                }
            }
        }
    }
}
