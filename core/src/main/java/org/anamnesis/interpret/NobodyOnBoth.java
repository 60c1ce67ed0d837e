package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.anamnesis.interpret.Reading.Quoted;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;
import org.anamnesis.spec.Edit;

/**
 * "nobody on both", "but never both", "no overlap": of two drugs or conditions, named here or asked
 * before, nobody has more than one.
 */
final class NobodyOnBoth {
    private static final String HAVE =
            "on|with|takes?|taking|has|have|having|gets?|getting|receives?|receiving|should|may|can|must|be|is|are"
                    + "|patients?|people|person|participants?|subject|of|them|these|those|the|allowed|using|uses?|at|time|given";
    private static final String BEHIND =
            "of|them|these|those|the|drugs?|medications?|conditions?|diseases?|diagnoses|at|same|time|once|together"
                    + "|simultaneously|concurrently|though|please|classes|between|two two|though";

    private final Draft draft;
    private final Sentence s;
    private final CohortSpec current;

    /** The words, and whether they are of all alike and not of two. */
    private record Words(int from, int to, boolean all) {}

    private NobodyOnBoth(Draft draft, CohortSpec current) {
        this.draft = draft;
        this.s = draft.sentence;
        this.current = current;
    }

    /** After everything else that the message asks is known. */
    static void find(Draft draft, CohortSpec current) {
        var words = new NobodyOnBoth(draft, current);
        for (int i = 0; i < words.s.size(); i++) {
            int at = i;
            Words w = words.both(at);
            w = w.to() < 0 ? words.apart(at) : w;
            if (w.to() > 0 && words.asked(w)) {
                return;
            }
        }
    }

    /** "nobody on both", "but not both at once". */
    private Words both(int i) {
        boolean none = s.like(i, "nobody|none|without|no|noone");
        boolean never = s.like(i, "not|never");
        int at = i + 1;
        while ((none || never) && s.like(at, HAVE)) {
            at++;
        }
        boolean said = (none && at > i + 1) || never;
        boolean both =
                s.word(at).equals("both")
                        || (s.word(at).equals("two two") && s.like(at - 1, "the|these"));
        int to = at + 1;
        while (s.like(to, BEHIND)) {
            to++;
        }
        boolean end = s.like(to, "|[.,;!)]|and|but|with");
        int from = s.like(i - 1, "but|and") && s.free(i - 1) ? i - 1 : i;
        return said && both && end ? new Words(from, to, false) : new Words(i, -1, false);
    }

    /** "no overlap between them", "mutually exclusive". */
    private Words apart(int i) {
        boolean no =
                s.like(i, "no|without|non|zero") && s.like(i + 1, "overlap|overlaps|overlapping|-");
        int over = s.word(i + 1).equals("-") ? i + 2 : i + 1;
        no &= s.like(over, "overlap|overlaps|overlapping");
        boolean exclusive =
                s.like(i, "mutually|strictly") && s.like(i + 1, "exclusive|disjoint|separate");
        int to = no ? over + 1 : exclusive ? i + 2 : -1;
        while (to > 0 && s.like(to, BEHIND)) {
            to++;
        }
        int from = i;
        while (exclusive
                && from > 0
                && s.free(from - 1)
                && s.like(
                        from - 1,
                        "they|are|should|be|must|the|two two|drugs|shares|groups|make|them")) {
            from--;
        }
        return new Words(from, to, true);
    }

    private boolean asked(Words w) {
        List<Criterion> alike = alike();
        if (alike.size() < 2) {
            return false;
        }
        List<Criterion> those = w.all() ? alike : alike.subList(alike.size() - 2, alike.size());
        List<Criterion> nots = those.stream().map(c -> (Criterion) new Criterion.Not(c)).toList();
        var most = new Criterion.AtLeast(nots.size() - 1, nots); // all but one, or all, are not had
        draft.edit(new Edit.AddConstraint(new Constraint.Require(most)), w.from(), w.to());
        return true;
    }

    /** Drugs or conditions, whichever was asked last. */
    private List<Criterion> alike() {
        Stream<Constraint> before = current.constraints().stream();
        Stream<Constraint> groups =
                current.beyond().groups().all().stream().flatMap(g -> g.constraints().stream());
        Stream<Constraint> here =
                draft.edits().stream()
                        .map(Quoted::edit)
                        .filter(e -> e instanceof Edit.AddConstraint)
                        .map(e -> ((Edit.AddConstraint) e).constraint());
        List<Criterion> all = new ArrayList<>();
        Stream.of(groups, before, here)
                .flatMap(c -> c)
                .flatMap(c -> Last.criterion(c).stream())
                .flatMap(c -> c instanceof Criterion.AtLeast a ? a.of().stream() : Stream.of(c))
                .filter(
                        c ->
                                c instanceof Criterion.TakesMedication
                                        || c instanceof Criterion.HasCondition)
                .forEach(
                        c -> {
                            all.remove(c);
                            all.add(c);
                        });
        if (all.isEmpty()) {
            return all;
        }
        Class<?> kind = all.get(all.size() - 1).getClass();
        all.removeIf(c -> !kind.isInstance(c));
        return all;
    }
}
