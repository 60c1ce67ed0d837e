package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.List;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Edit;

/**
 * "both a little lower: 8 and 32", "rather 25 % and 15 %": as many numbers as there are means or
 * shares that were asked last, each for one of them in the order in which they were asked.
 */
final class AllSet {
    private static final String BESIDE =
            "both|respectively|each|them|all|little|two two|three three|means|shares|averages|values";

    private final Draft draft;
    private final Sentence s;
    private final CohortSpec current;

    private AllSet(Draft draft, CohortSpec current) {
        this.draft = draft;
        this.s = draft.sentence;
        this.current = current;
    }

    static void find(Draft draft, CohortSpec current) {
        new AllSet(draft, current).find();
    }

    private void find() {
        List<Integer> numbers = new ArrayList<>();
        int last = -1;
        boolean percent = false;
        for (int i = 0; i < s.size(); i++) {
            boolean link = last >= 0 && i < last + 3 && s.like(i, "and|,|/|&");
            boolean word = s.like(i, BESIDE) || JudgingWords.empty(s, i) || link;
            if (s.at(i).number() && !s.like(i, BESIDE)) {
                if (last >= 0 && !linked(last, i)) {
                    return;
                }
                numbers.add(i);
                boolean share = s.like(i + 1, "%|percent");
                percent |= share;
                last = share ? i + 1 : i;
                i = last;
            } else if (!word || !s.free(i)) {
                return;
            }
        }
        if (numbers.size() < 2 || numbers.size() > 4) {
            return;
        }
        List<Edit> edits = percent ? shares(numbers) : means(numbers);
        if (edits.size() == numbers.size()) {
            edits.forEach(e -> draft.edit(e, 0, s.size()));
        }
    }

    /** Whether nothing but "and", a comma or a stroke stands between two numbers. */
    private boolean linked(int from, int to) {
        boolean and = false;
        for (int i = from + 1; i < to; i++) {
            if (!s.like(i, "and|,|/|&")) {
                return false;
            }
            and = true;
        }
        return and;
    }

    private List<Edit> means(List<Integer> numbers) {
        List<Edit> edits = new ArrayList<>();
        List<Constraint> last = last(Constraint.Mean.class, numbers.size());
        for (int k = 0; k < last.size(); k++) {
            String id = ((Constraint.Mean) last.get(k)).observation();
            double value = s.at(numbers.get(k)).doubleValue();
            boolean fits =
                    id.equals("age") ? value <= AgeWords.OLDEST : BareWords.plausible(id, value);
            if (fits) {
                edits.add(new Edit.AddConstraint(new Constraint.Mean(id, value)));
            }
        }
        return edits;
    }

    private List<Edit> shares(List<Integer> numbers) {
        List<Edit> edits = new ArrayList<>();
        List<Constraint> last = last(Constraint.Share.class, numbers.size());
        for (int k = 0; k < last.size(); k++) {
            double percent = s.at(numbers.get(k)).doubleValue();
            var share = (Constraint.Share) last.get(k);
            if (percent >= 0 && percent <= 100) {
                edits.add(new Edit.AddConstraint(new Constraint.Share(share.criterion(), percent)));
            }
        }
        return edits;
    }

    /** The last wishes, if there are so many and all are of the kind. */
    private List<Constraint> last(Class<?> kind, int count) {
        List<Constraint> all = current.constraints();
        List<Constraint> last = all.subList(Math.max(0, all.size() - count), all.size());
        boolean alike = last.size() == count && last.stream().allMatch(kind::isInstance);
        return alike ? last : List.of();
    }
}
