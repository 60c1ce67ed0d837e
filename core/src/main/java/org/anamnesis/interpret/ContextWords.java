package org.anamnesis.interpret;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.anamnesis.code.Concept;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;
import org.anamnesis.spec.Edit;

/**
 * Words that only what was said before gives a meaning: "no, type 1", "the same but on etanercept",
 * "stage 5 instead".
 */
final class ContextWords {
    private static final Set<String> OPENING =
            Set.of(
                    "no",
                    "nope",
                    "sorry",
                    "actually",
                    "wait",
                    "oops",
                    "rather",
                    "correction",
                    "wrong",
                    "i",
                    "meant",
                    "mean",
                    "not",
                    "hmm",
                    "yes",
                    "ok",
                    "okay",
                    "well",
                    "ouch",
                    "ah",
                    "right",
                    "alright",
                    "hold",
                    "on");

    private final Draft draft;
    private final Sentence s;
    private final CohortSpec current;

    private ContextWords(Draft draft, CohortSpec current) {
        this.draft = draft;
        this.s = draft.sentence;
        this.current = current;
    }

    static void find(Draft draft, CohortSpec current) {
        ReplacedObservations.find(draft, current);
        ContextWords words = new ContextWords(draft, current);
        words.opening();
        ReplacedWords.find(draft, current);
        words.otherDrug();
        words.otherType();
        words.otherStage();
    }

    /** "no, men", "sorry, I meant 300": the words before the correction ask for nothing. */
    private void opening() {
        int end = 0;
        for (int i = 0; i < Math.min(6, s.size()) && OPENING.contains(s.word(i)); i++) {
            boolean comma = Set.of(",", ".", ":", "-", ";").contains(s.word(i + 1));
            boolean meant =
                    Set.of("meant", "actually", "sorry", "oops", "wait").contains(s.word(i));
            if (comma || meant) {
                end = comma ? i + 2 : i + 1;
                i = comma ? i + 1 : i;
            }
        }
        s.use(0, end);
        for (int i = 1; i < s.size(); i++) { // "lung cancer is what I was going to say"
            boolean said = s.like(i, "is|was|are") && s.word(i + 1).equals("what");
            if (said && s.like(i + 2, "i|we|im|the|our|my|they|he|she|you") && plain(i + 2)) {
                s.use(i, s.size());
            }
        }
    }

    /** From here on nothing is named and no number said. */
    private boolean plain(int from) {
        for (int i = from; i < s.size(); i++) {
            if (s.at(i).number() || s.inConcept(i)) {
                return false;
            }
        }
        return true;
    }

    /** "semaglutide instead", "no, torsemide", "the same but on etanercept": another drug. */
    private void otherDrug() {
        List<Sentence.Named> drugs =
                s.named().stream()
                        .filter(n -> n.is(Concept.Kind.INGREDIENT) || n.is(Concept.Kind.DRUG_CLASS))
                        .filter(n -> s.free(n.from(), n.to()))
                        .toList();
        boolean of = draft.has(Edit.Forget.class); // replaced already
        for (int i = 0; i < s.size(); i++) {
            of |= s.after(i, "instead of") > 0 || s.after(i, "rather than") > 0;
            of |= s.after(i, "in place of") > 0;
        }
        boolean none =
                has("nobody") || has("no one") || has("none") || has("without") || has("not");
        if (of || none) {
            return;
        }
        boolean back = IntStream.range(0, s.size()).anyMatch(i -> s.after(i, "back to") > 0);
        boolean all = has("instead") || (has("same") && has("but")) || back;
        boolean made = s.like(0, "make|turn|change") && s.like(1, "it|that|this") && !shared();
        boolean one = !s.free(0) || has("rather") || made;
        List<Constraint> old = current.constraints().stream().filter(ContextWords::drug).toList();
        if (drugs.isEmpty() || old.isEmpty() || has("also") || has("too") || !(all || one)) {
            return;
        }
        String named = drugs.get(0).concept().id();
        if (old.stream().anyMatch(c -> Last.concept(c).equals(named)) || removed()) {
            return; // it is asked already, and now otherwise or no more
        }
        Constraint last = old.get(old.size() - 1);
        boolean just = last.equals(current.constraints().get(current.constraints().size() - 1));
        if (!all && !just) {
            return;
        }
        for (Constraint c : all ? old : List.of(last)) {
            if (c instanceof Constraint.Require || drugs.size() == 1) {
                draft.edit(
                        new Edit.Forget(Last.concept(c)), drugs.get(0).from(), drugs.get(0).from());
            }
        }
        boolean share = last instanceof Constraint.Share && !shared();
        if (share && drugs.size() == 1) {
            var takes = new Criterion.TakesMedication(drugs.get(0).concept().id());
            var same = new Constraint.Share(takes, ((Constraint.Share) last).percent());
            draft.edit(new Edit.AddConstraint(same), drugs.get(0).from(), drugs.get(0).to());
        }
    }

    private boolean removed() {
        for (int i = 0; i < s.size(); i++) {
            boolean no = s.like(i, "no|without"); // "no, torsemide"
            if (RemovalWords.VERBS.contains(s.word(i)) && !no) {
                return true;
            }
        }
        return false;
    }

    /** Somebody takes it; not, that nobody does. */
    private static boolean drug(Constraint c) {
        return (c instanceof Constraint.Require r
                        && r.criterion() instanceof Criterion.TakesMedication)
                || (c instanceof Constraint.Share h
                        && h.criterion() instanceof Criterion.TakesMedication);
    }

    private boolean has(String word) {
        for (int i = 0; i < s.size(); i++) {
            if (s.word(i).equals(word)) {
                return true;
            }
        }
        return false;
    }

    private boolean shared() {
        for (int i = 0; i < s.size(); i++) {
            boolean all = s.like(i, "all|everyone|everybody|each|every|%|percent");
            if (all || s.at(i).kind() == Token.Kind.FRACTION) {
                return true;
            }
        }
        return false;
    }

    /** "stage 5 instead" where a stage was asked for. */
    private void otherStage() {
        for (int i = 0; i < s.size(); i++) {
            int at = i;
            Optional<String> stage = new StageWords(s).alone(i).or(() -> bareStage(at));
            if (stage.isEmpty() || !s.free(i, i + 2)) {
                continue;
            }
            if (stages(i)) {
                return;
            }
            for (Constraint c : current.constraints()) {
                Optional<Criterion> of = Last.criterion(c);
                boolean staged =
                        of.isPresent()
                                && of.get() instanceof Criterion.HasCondition h
                                && h.condition().equals(StageWords.KIDNEY);
                if (staged) {
                    var now = new Criterion.HasCondition(StageWords.KIDNEY, stage);
                    Constraint same =
                            c instanceof Constraint.Share h
                                    ? new Constraint.Share(now, h.percent())
                                    : new Constraint.Require(now);
                    boolean plain =
                            of.get() instanceof Criterion.HasCondition h && h.stage().isEmpty();
                    if (plain) {
                        draft.edit(new Edit.Forget(StageWords.KIDNEY), i, i);
                    }
                    draft.edit(new Edit.AddConstraint(same), i, ofKidney(i + 2));
                    return;
                }
            }
            if (current.condition().filter(StageWords.KIDNEY::equals).isPresent()) {
                var now = new Criterion.HasCondition(StageWords.KIDNEY, stage);
                draft.edit(new Edit.AddConstraint(new Constraint.Require(now)), i, ofKidney(i + 2));
                return;
            }
        }
    }

    /** Past "of the CKD" behind a stage. */
    private int ofKidney(int i) {
        int at = s.like(i, "of|for|in") ? i + 1 : i;
        at = s.like(at, "the|their") ? at + 1 : at;
        return s.namedAt(at, Concept.Kind.CONDITION)
                .filter(n -> n.concept().id().equals(StageWords.KIDNEY))
                .map(Sentence.Named::to)
                .orElse(i);
    }

    /** "stage 3 or worse" of people who all have the disease: by the filtration rate. */
    private boolean stages(int i) {
        Optional<StageWords.Stage> stage =
                new StageWords(s).beside(i, i).filter(StageWords.Stage::several);
        boolean main = current.condition().filter(StageWords.KIDNEY::equals).isPresent();
        boolean share =
                current.constraints().stream()
                        .filter(c -> c instanceof Constraint.Share)
                        .anyMatch(c -> Last.concept(c).equals(StageWords.KIDNEY));
        boolean asked = main || Last.asked(current, StageWords.KIDNEY);
        if (stage.isEmpty() || !asked || share || shared()) {
            return false;
        }
        if (main && Last.asked(current, StageWords.KIDNEY)) {
            draft.edit(new Edit.Forget(StageWords.KIDNEY), i, i);
        }
        var rate = new Criterion.ObservationWithin("egfr", stage.get().rate());
        draft.assume(
                "\"%s\" is taken by the filtration rate (eGFR) that defines these stages."
                        .formatted(s.quote(stage.get().from(), stage.get().to())));
        draft.edit(
                new Edit.AddConstraint(new Constraint.Require(rate)),
                stage.get().from(),
                stage.get().to());
        return true;
    }

    /** "3b" where a stage was asked for. */
    private Optional<String> bareStage(int i) {
        boolean staged =
                current.constraints().stream()
                        .flatMap(c -> Last.criterion(c).stream())
                        .anyMatch(
                                c ->
                                        c instanceof Criterion.HasCondition h
                                                && h.condition().equals(StageWords.KIDNEY)
                                                && h.stage().isPresent());
        boolean bare =
                s.at(i).number()
                        && !s.inConcept(i - 1) // "20 % with CKD 3a" is read with its share
                        && !s.like(i - 1, "stage|grade")
                        && s.word(i).equals("3")
                        && s.like(i + 1, "[ab]")
                        && s.at(i).end() == s.at(i + 1).start();
        return staged && bare ? Optional.of("3" + s.word(i + 1)) : Optional.empty();
    }

    /** "type 1" where diabetes is what the talk is about. */
    private void otherType() {
        String condition = current.condition().orElse("");
        boolean diabetes = condition.startsWith("type-");
        for (int i = 0; diabetes && i < s.size(); i++) {
            boolean one = s.free(i) && s.word(i).equals("type") && !s.inConcept(i);
            String n = s.word(i + 1);
            String type =
                    n.equals("1") || n.equals("i") || n.startsWith("one")
                            ? "type-1-diabetes"
                            : n.equals("2") || n.equals("ii") || n.startsWith("two")
                                    ? "type-2-diabetes"
                                    : "";
            boolean out = ExclusionLists.verb(s, i - 1) || s.like(i - 1, "without|exclusion");
            if (one && out && !type.isEmpty()) {
                var other = new Criterion.HasCondition(type, Optional.empty());
                draft.found(Draft.Topic.CONDITION, other, i, i + 2);
            } else if (one && !type.isEmpty()) {
                draft.edit(new Edit.SetCondition(type), i, i + 2);
            }
        }
    }
}
