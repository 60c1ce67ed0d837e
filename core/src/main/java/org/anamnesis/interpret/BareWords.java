package org.anamnesis.interpret;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.interpret.Comparison.Read;
import org.anamnesis.interpret.Comparison.Sign;
import org.anamnesis.measure.Measurand;
import org.anamnesis.measure.Measurands;
import org.anamnesis.measure.QuantityRange;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion.ObservationWithin;
import org.anamnesis.spec.Edit;
import org.anamnesis.spec.Overwrite;

/**
 * A number that names nothing is about what was asked last: "30 %", "above 9 then", "9 instead".
 */
final class BareWords {
    private static final Set<String> EMPTY =
            Set.of(
                    "make",
                    "that",
                    "it",
                    "then",
                    "instead",
                    "rather",
                    "and",
                    "but",
                    "now",
                    "no",
                    "ok",
                    "please",
                    "only",
                    "just",
                    "to",
                    "be",
                    "should",
                    "a",
                    "the",
                    "bit",
                    "of",
                    "better",
                    "actually",
                    "say",
                    "lets",
                    "let",
                    "use",
                    "go",
                    "for",
                    "with",
                    "sorry",
                    "meant",
                    "i",
                    "could",
                    "can",
                    "you",
                    "change",
                    "set",
                    "also",
                    "not",
                    "mean",
                    "average",
                    "more",
                    "like",
                    "shorten",
                    "extend",
                    "lengthen",
                    ",",
                    ".",
                    "!",
                    "?",
                    "hm",
                    "hmm",
                    "well",
                    "wait",
                    "yes",
                    "or",
                    "maybe");

    private final Draft draft;
    private final Sentence s;

    private BareWords(Draft draft) {
        this.draft = draft;
        this.s = draft.sentence;
    }

    static void find(Draft draft, CohortSpec current) {
        if (current.beyond().timeline().isPresent()) {
            new BareWords(draft).timeline();
        }
        Optional<Constraint> last = Last.of(current);
        List<Overwrite> overwrites = current.beyond().overwrites();
        if (!overwrites.isEmpty()) {
            new BareWords(draft).read(overwrites.get(overwrites.size() - 1));
        } else if (last.isPresent()) {
            new BareWords(draft).read(last.get());
        }
    }

    /** "10 % instead" of the values that are missing. */
    private void read(Overwrite last) {
        int at = first();
        boolean percent = at >= 0 && s.at(at).number() && s.word(at + 1).matches("%|percent");
        if (!percent || !alone(at, at + 2)) {
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

    private void overwrite(Overwrite changed, int at) {
        draft.edit(new Edit.AddOverwrite(changed), at, at + 2);
    }

    /** First token that says something. */
    private int first() {
        for (int i = 0; i < s.size(); i++) {
            if (s.free(i) && !EMPTY.contains(s.word(i))) {
                return i;
            }
        }
        return -1;
    }

    private void read(Constraint last) {
        int at = first();
        if (at < 0) {
            return;
        }
        boolean percent = s.at(at).number() && s.word(at + 1).matches("%|percent");
        if (last instanceof Constraint.Share share && percent && alone(at, at + 2)) {
            double value = s.at(at).doubleValue();
            if (value >= 0 && value <= 100) {
                edit(new Constraint.Share(share.criterion(), value), at, at + 2);
            }
        } else if (last instanceof Constraint.Correlation c && s.at(at).number()) {
            double value = s.at(at).doubleValue();
            if (Math.abs(value) < 1 && alone(at, at + 1)) {
                edit(new Constraint.Correlation(c.first(), c.second(), value), at, at + 1);
            }
        } else if (last instanceof Constraint.Mean mean && s.at(at).number()) {
            mean(mean, at);
        } else if (last instanceof Constraint.Require r
                && r.criterion() instanceof ObservationWithin o) {
            limit(o, at);
        }
    }

    private void mean(Constraint.Mean last, int at) {
        int to = s.word(at + 1).equals("%") ? at + 2 : at + 1;
        double value = s.at(at).doubleValue();
        boolean fits =
                last.observation().equals("age")
                        ? value <= 120
                        : Measurands.bundled()
                                .find(last.observation())
                                .flatMap(Measurand::plausible)
                                .filter(p -> p.contains(value))
                                .isPresent();
        if (fits && alone(at, to)) {
            edit(new Constraint.Mean(last.observation(), value), at, to);
        }
    }

    private void limit(ObservationWithin last, int at) {
        Optional<Read> read = Comparison.at(s, at);
        Optional<Measurand> of = Measurands.bundled().find(last.observation());
        if (read.isEmpty()
                || of.isEmpty()
                || read.get().sign() == Sign.NONE
                || !alone(at, read.get().to())) {
            return;
        }
        Read r = read.get();
        LimitEnds ends =
                LimitEnds.of(
                        of.get(),
                        r.sign(),
                        s.at(r.first()).doubleValue(),
                        s.at(r.second()).doubleValue());
        QuantityRange range = kept(last.range(), ends, of.get().unit());
        boolean possible =
                of.get()
                        .plausible()
                        .filter(p -> p.contains(s.at(r.first()).doubleValue()))
                        .isPresent();
        if (possible) {
            var within = new ObservationWithin(last.observation(), range);
            edit(new Constraint.Require(within), at, r.to());
        }
    }

    /** Of a range with two ends, the one that is not spoken of stays. */
    private static QuantityRange kept(QuantityRange last, LimitEnds now, String unit) {
        boolean both = Double.isFinite(last.low()) && Double.isFinite(last.high());
        double low = both && Double.isInfinite(now.low()) ? last.low() : now.low();
        double high = both && Double.isInfinite(now.high()) ? last.high() : now.high();
        return low <= high
                ? new QuantityRange(low, high, unit)
                : new QuantityRange(now.low(), now.high(), unit);
    }

    /** "shorten it to 3 years", of the history. */
    private void timeline() {
        int at = first();
        boolean years = at >= 0 && s.at(at).number() && s.word(at + 1).matches("years?");
        double span = years ? s.at(at).doubleValue() : 0;
        if (span > 0 && span <= 120 && alone(at, at + 2)) {
            draft.edit(new Edit.SetTimeline(span, 0), at, at + 2);
        }
    }

    /** Whether nothing else is said. */
    private boolean alone(int from, int to) {
        for (int i = 0; i < s.size(); i++) {
            boolean inside = i >= from && i < to;
            if (!inside && s.free(i) && !EMPTY.contains(s.word(i))) {
                return false;
            }
        }
        return true;
    }

    private void edit(Constraint constraint, int from, int to) {
        draft.edit(new Edit.AddConstraint(constraint), from, to);
    }
}
