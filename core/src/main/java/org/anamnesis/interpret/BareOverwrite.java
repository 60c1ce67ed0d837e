package org.anamnesis.interpret;

import java.util.List;
import java.util.Optional;
import org.anamnesis.code.Concept;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Edit;
import org.anamnesis.spec.Overwrite;

/** A number that names nothing is that of the values that were changed last. */
final class BareOverwrite {
    /** So many times as large is another number. */
    private static final double FAR = 5;

    /** Beside a number for both of two shares. */
    private static final String MOVING =
            "crank|raise|bump|push|turn|move|bring|lower|set|make|take|put|up|down|to|at|the|them|now|please|both|%|percent|of|,|\\.|and|each|gaps|shares?";

    private final Draft draft;
    private final Sentence s;
    private final CohortSpec current;

    BareOverwrite(Draft draft, CohortSpec current) {
        this.draft = draft;
        this.s = draft.sentence;
        this.current = current;
    }

    /**
     * "10 % instead" of the values that are missing.
     *
     * @return whether nothing else can be meant: a value is no share of values that are missing
     */
    boolean read() {
        List<Overwrite> all = current.beyond().overwrites();
        if (all.isEmpty()) {
            return false;
        }
        Overwrite last = all.get(all.size() - 1);
        if (both(all) || set(last) || deviation(last) || another(last) || percent(last)) {
            return true;
        }
        share(last);
        return !value(last);
    }

    /** "crank both up to 10", of the two shares that are missing. */
    private boolean both(List<Overwrite> all) {
        int n = all.size();
        boolean two =
                n > 1
                        && all.get(n - 1) instanceof Overwrite.Missing
                        && all.get(n - 2) instanceof Overwrite.Missing;
        int number = -1;
        boolean said = false;
        for (int i = 0; two && i < s.size(); i++) {
            boolean share = s.at(i).number() && s.at(i).doubleValue() <= 100;
            boolean empty = s.like(i, MOVING);
            said |= s.word(i).equals("both");
            if (share && number < 0) {
                number = i;
            } else if (!empty) {
                return false;
            }
        }
        if (!said || number < 0) {
            return false;
        }
        for (Overwrite o : all.subList(n - 2, n)) {
            Overwrite.Missing m = (Overwrite.Missing) o;
            var now = new Overwrite.Missing(m.observation(), s.at(number).doubleValue(), m.more());
            draft.edit(new Edit.AddOverwrite(now), 0, s.size());
        }
        s.use(0, s.size());
        return true;
    }

    /** "make that 5" of 3 % that are missing: far nearer to it than to the number of patients. */
    private boolean percent(Overwrite last) {
        int at = FillerWords.first(s);
        double old =
                last instanceof Overwrite.Missing m
                        ? m.percent()
                        : last instanceof Overwrite.Outliers o ? o.percent() : 0;
        boolean bare = at >= 0 && s.at(at).number() && !s.like(at + 1, "%|percent");
        double value = bare ? s.at(at).doubleValue() : 0;
        boolean near =
                old > 0
                        && value > 0
                        && value <= 100
                        && Math.abs(Math.log(value / old)) < Math.log(FAR)
                        && value * FAR < current.count()
                        && Last.of(current).filter(c -> c instanceof Constraint.Share).isEmpty();
        if (!near || !FillerWords.alone(s, at, at + 1)) {
            return false;
        }
        draft.edit(
                new Edit.AddOverwrite(
                        last instanceof Overwrite.Missing m
                                ? new Overwrite.Missing(m.observation(), value, m.more())
                                : new Overwrite.Outliers(last.observation(), value)),
                at,
                at + 1);
        s.use(0, s.size());
        return true;
    }

    /** A number without a sign, of which the values changed last have none. */
    private boolean value(Overwrite last) {
        int at = FillerWords.first(s);
        boolean alone = at >= 0 && s.at(at).number() && !s.like(at + 1, "%|percent");
        return alone && !(last instanceof Overwrite.SetValue);
    }

    /** "make it 1.5" behind "sd 1.2"; what is nearer to a mean is that. */
    private boolean deviation(Overwrite last) {
        int at = FillerWords.first(s);
        if (!(last instanceof Overwrite.Deviation d)
                || at < 0
                || !s.at(at).number()
                || !FillerWords.alone(s, at, at + 1)) {
            return false;
        }
        double value = s.at(at).doubleValue();
        double mean =
                current.constraints().stream()
                        .filter(c -> c instanceof Constraint.Mean)
                        .map(c -> (Constraint.Mean) c)
                        .filter(m -> m.observation().equals(d.observation()))
                        .mapToDouble(Constraint.Mean::value)
                        .findFirst()
                        .orElse(Double.POSITIVE_INFINITY);
        boolean near = value > 0 && value / d.sd() < mean / value && value / d.sd() < FAR;
        if (near) {
            draft.edit(
                    new Edit.AddOverwrite(new Overwrite.Deviation(d.observation(), value)),
                    at,
                    at + 1);
        }
        return near;
    }

    private void share(Overwrite last) {
        int at = FillerWords.first(s);
        boolean percent = at >= 0 && s.at(at).number() && s.like(at + 1, "%|percent");
        boolean named = s.like(at + 2, "blanks?|missing|gaps|holes|empty|outliers|absent");
        boolean wild = s.like(at + 2, "outliers?") && last instanceof Overwrite.Missing;
        boolean gone = !s.like(at + 2, "outliers?") && last instanceof Overwrite.Outliers;
        if (percent && named && (wild || gone)) {
            return; // of what is not said
        }
        if (percent && named && FillerWords.alone(s, at, at + 3)) {
            s.use(at + 2, at + 3); // "10 % blank is closer"
        }
        if (!percent || !FillerWords.alone(s, at, at + 2)) {
            return;
        }
        double value = s.at(at).doubleValue();
        boolean share = value >= 0 && value <= 100;
        if (share && last instanceof Overwrite.Missing m) {
            overwrite(new Overwrite.Missing(m.observation(), value, m.more()), at);
        } else if (share && last instanceof Overwrite.Outliers o) {
            overwrite(new Overwrite.Outliers(o.observation(), value), at);
        }
    }

    /** "also LDL 5 %", of what else is missing. */
    private boolean another(Overwrite last) {
        int at = 0;
        while (s.like(at, "and|also|plus|,|then|please|the|add")) {
            at++;
        }
        Optional<Sentence.Named> of = s.namedAt(at, Concept.Kind.OBSERVATION);
        int n = of.map(Sentence.Named::to).orElse(-1);
        n = s.like(n, "in|for|at|:|by|with|to") ? n + 1 : n;
        boolean share = n > 0 && s.at(n).number() && s.like(n + 1, "%|percent");
        boolean end = s.like(n + 2, "|[.!]|too|also|please|missing") && n + 3 >= s.size();
        if (!(last instanceof Overwrite.Missing) || !share || !end || s.at(n).doubleValue() > 100) {
            return false;
        }
        var gap =
                new Overwrite.Missing(
                        of.get().concept().id(), s.at(n).doubleValue(), Optional.empty());
        draft.edit(new Edit.AddOverwrite(gap), 0, s.size());
        return true;
    }

    /** "12 instead" of a value that everybody has. */
    private boolean set(Overwrite last) {
        int at = FillerWords.first(s);
        boolean value =
                at >= 0
                        && last instanceof Overwrite.SetValue
                        && s.at(at).number()
                        && FillerWords.alone(s, at, at + 1)
                        && BareWords.plausible(last.observation(), s.at(at).doubleValue());
        if (value) {
            var changed = new Overwrite.SetValue(last.observation(), s.at(at).doubleValue());
            draft.edit(new Edit.AddOverwrite(changed), at, at + 1);
        }
        return value;
    }

    private void overwrite(Overwrite changed, int at) {
        draft.edit(new Edit.AddOverwrite(changed), at, at + 2);
    }
}
