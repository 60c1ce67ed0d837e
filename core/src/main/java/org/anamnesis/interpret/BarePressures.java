package org.anamnesis.interpret;

import java.util.List;
import java.util.Optional;
import org.anamnesis.interpret.Comparison.Read;
import org.anamnesis.measure.Measurand;
import org.anamnesis.measure.Measurands;
import org.anamnesis.measure.QuantityRange;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion.ObservationWithin;
import org.anamnesis.spec.Edit;

/** Two numbers that are blood pressures, where limits of both were asked before. */
final class BarePressures {
    private BarePressures() {}

    /** "under 130/80", of both pressures. */
    static boolean find(Draft draft, CohortSpec current, int at) {
        Sentence s = draft.sentence;
        Optional<Read> read = Comparison.at(s, at).filter(r -> r.pair());
        List<String> both = List.of("sbp", "dbp");
        boolean limited =
                both.stream()
                        .allMatch(
                                id ->
                                        current.constraints().stream()
                                                .filter(c -> c instanceof Constraint.Require)
                                                .anyMatch(c -> Last.concept(c).equals(id)));
        if (read.isEmpty() || !limited || !FillerWords.alone(s, at, read.get().to())) {
            return false;
        }
        Read r = read.get();
        for (String id : both) {
            Measurand m = Measurands.bundled().get(id);
            double v = s.at(id.equals("sbp") ? r.first() : r.second()).doubleValue();
            LimitEnds ends = LimitEnds.of(m, r.sign(), v, v);
            var range = new QuantityRange(ends.low(), ends.high(), m.unit());
            var within = new ObservationWithin(id, range);
            draft.edit(new Edit.AddConstraint(new Constraint.Require(within)), at, r.to());
        }
        s.use(0, s.size());
        return true;
    }
}
