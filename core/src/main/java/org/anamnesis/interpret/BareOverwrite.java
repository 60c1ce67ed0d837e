package org.anamnesis.interpret;

import java.util.Optional;
import org.anamnesis.code.Concept;
import org.anamnesis.spec.Edit;
import org.anamnesis.spec.Overwrite;

/** A number that names nothing is that of the values that were changed last. */
final class BareOverwrite {
    private final Draft draft;
    private final Sentence s;

    BareOverwrite(Draft draft) {
        this.draft = draft;
        this.s = draft.sentence;
    }

    /** "10 % instead" of the values that are missing. */
    void read(Overwrite last) {
        if (set(last) || another(last)) {
            return;
        }
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
