package org.anamnesis.generate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.anamnesis.cohort.PatientBlock;
import org.anamnesis.measure.Formula;
import org.anamnesis.plan.GenerationPlan;
import org.anamnesis.plan.PlannedField;
import org.anamnesis.plan.PlannedOwn;
import org.anamnesis.population.Distributions;
import org.anamnesis.random.Permutation;
import org.anamnesis.random.SeedTree;

/**
 * Fills variables with the user's own numbers. Ranks are the places of a keyed permutation, each
 * moved a little within its place, so that they lie evenly over the cohort and the stated figures
 * come out; a link mixes the normal score of the other field's rank with that of the own.
 */
final class OwnMaker {
    private final GenerationPlan plan;
    private final Map<String, PlannedOwn> own = new HashMap<>();
    private final Map<String, Ranks> ranks = new HashMap<>();
    private final Map<String, Integer> fields = new HashMap<>();

    OwnMaker(GenerationPlan plan, Overwriting overwriting) {
        this.plan = plan;
        List<PlannedField> all = plan.fields();
        for (int k = 0; k < all.size(); k++) {
            if (all.get(k).role() != PlannedField.Role.CONDITION) {
                fields.putIfAbsent(all.get(k).id(), k);
            }
        }
        for (PlannedOwn o : plan.own()) {
            own.put(o.id(), o);
            o.link().ifPresent(l -> ranks.put(o.id(), ranks(l, overwriting)));
        }
    }

    /** Ranks among people to whom the same was done as to the patients. */
    private static Ranks ranks(PlannedOwn.Linked link, Overwriting overwriting) {
        double[] values = link.people().values().clone();
        for (int i = 0; i < values.length; i++) {
            values[i] = overwriting.same(link.with(), values[i]);
        }
        return Ranks.of(values, link.people().weights());
    }

    /** Fills field {@code k}; those that it goes with are there already. */
    void fill(int k, PatientBlock block, SeedTree seeds) {
        PlannedField field = plan.fields().get(k);
        PlannedOwn o = own.get(field.id());
        double[] out = block.column(k);
        long purpose = seeds.purpose("own:" + o.id());
        var places = new Permutation(plan.count(), purpose);
        long some = Math.round(plan.count() * o.percent() / 100);
        for (int i = 0; i < block.count(); i++) {
            long patient = block.first() + i;
            long place = places.place(patient);
            if (o.flag()) {
                out[i] = place < some ? 1 : 0;
                continue;
            }
            double within = SeedTree.uniform(SeedTree.key(purpose, patient), 0);
            double rank = (place + within) / plan.count();
            if (o.link().isPresent()) {
                double other = block.column(fields.get(o.link().get().with()))[i];
                rank = tied(o, other, rank, SeedTree.uniform(SeedTree.key(purpose, patient), 1));
            }
            out[i] = Formula.round(o.values().at(rank), field.decimals());
        }
    }

    private double tied(PlannedOwn o, double other, double rank, double within) {
        if (Double.isNaN(other)) {
            return rank;
        }
        double r = o.link().orElseThrow().correlation();
        double theirs = Distributions.score(ranks.get(o.id()).rank(other, within));
        double score = r * theirs + Math.sqrt(1 - r * r) * Distributions.score(rank);
        return Distributions.rank(score);
    }
}
