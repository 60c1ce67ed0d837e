package org.anamnesis.interpret;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.code.Concept;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;
import org.anamnesis.spec.Edit;

/**
 * Words that only what was said before gives a meaning: "no, type 1", "twice as many", "asthma
 * instead of COPD".
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
                    "well");
    private static final int LONGEST_NAME = 6;

    private final Draft draft;
    private final Sentence s;
    private final CohortSpec current;

    private ContextWords(Draft draft, CohortSpec current) {
        this.draft = draft;
        this.s = draft.sentence;
        this.current = current;
    }

    static void find(Draft draft, CohortSpec current) {
        ContextWords words = new ContextWords(draft, current);
        words.opening();
        words.insteadOf();
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
    }

    /** What is given up is not asked for: "asthma instead of COPD", "not COPD but asthma". */
    private void insteadOf() {
        for (int i = 0; i < s.size(); i++) {
            int past = Math.max(s.after(i, "instead of"), s.after(i, "rather than"));
            past = Math.max(past, s.after(i, "in place of"));
            if (past > 0 && s.free(i, past)) {
                int end = past;
                while (end < s.size()
                        && end < past + LONGEST_NAME
                        && !Set.of(",", ".", ";", "with", "and", "but").contains(s.word(end))) {
                    end++;
                }
                given(past, end);
                s.use(i, end);
            }
        }
        for (int i = 0; i < s.size(); i++) { // "replace COPD with asthma", "swap X for Y"
            if (Set.of("replace", "swap", "exchange").contains(s.word(i)) && s.free(i)) {
                int end = i + 1;
                while (end < s.size() && !Set.of("with", "by", "for").contains(s.word(end))) {
                    end++;
                }
                given(i + 1, end);
                s.use(i, end + 1);
            }
        }
    }

    /** What stands here is not asked any more, if it was. */
    private void given(int from, int to) {
        for (Sentence.Named n : s.named()) {
            boolean here = n.from() >= from && n.to() <= to;
            if (here && Last.asked(current, n.concept().id())) {
                draft.edit(new Edit.Forget(n.concept().id()), n.from(), n.to());
            }
        }
    }

    /** "semaglutide instead", "no, torsemide", "the same but on etanercept": another drug. */
    private void otherDrug() {
        List<Sentence.Named> drugs =
                s.named().stream()
                        .filter(n -> n.is(Concept.Kind.INGREDIENT) || n.is(Concept.Kind.DRUG_CLASS))
                        .filter(n -> s.free(n.from(), n.to()))
                        .toList();
        boolean of = false;
        for (int i = 0; i < s.size(); i++) {
            of |= s.after(i, "instead of") > 0 || s.after(i, "rather than") > 0;
            of |= s.after(i, "in place of") > 0;
        }
        boolean none =
                has("nobody") || has("no one") || has("none") || has("without") || has("not");
        if (of || none) {
            return;
        }
        boolean all = has("instead") || (has("same") && has("but"));
        boolean one = !s.free(0) || has("rather");
        List<Constraint> old = current.constraints().stream().filter(ContextWords::drug).toList();
        if (drugs.isEmpty() || old.isEmpty() || has("also") || !(all || one)) {
            return;
        }
        Constraint last = old.get(old.size() - 1);
        boolean just = last.equals(current.constraints().get(current.constraints().size() - 1));
        if (!all && !just) {
            return;
        }
        for (Constraint c : all ? old : List.of(last)) {
            boolean again = Last.concept(c).equals(drugs.get(0).concept().id());
            if (!again && (c instanceof Constraint.Require || drugs.size() == 1)) {
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
            if (s.word(i).matches("%|percent") || s.at(i).kind() == Token.Kind.FRACTION) {
                return true;
            }
        }
        return false;
    }

    /** "stage 5 instead" where a stage was asked for. */
    private void otherStage() {
        for (int i = 0; i < s.size(); i++) {
            Optional<String> stage = new StageWords(s).alone(i);
            if (stage.isEmpty() || !s.free(i, i + 2)) {
                continue;
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
                    draft.edit(new Edit.AddConstraint(same), i, i + 2);
                    return;
                }
            }
            if (current.condition().filter(StageWords.KIDNEY::equals).isPresent()) {
                var now = new Criterion.HasCondition(StageWords.KIDNEY, stage);
                draft.edit(new Edit.AddConstraint(new Constraint.Require(now)), i, i + 2);
                return;
            }
        }
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
            if (one && !type.isEmpty()) {
                draft.edit(new Edit.SetCondition(type), i, i + 2);
            }
        }
    }
}
