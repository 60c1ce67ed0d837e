package org.anamnesis.generate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.anamnesis.plan.GenerationPlan;
import org.anamnesis.plan.PlannedDeal;
import org.anamnesis.plan.PlannedField;
import org.anamnesis.random.Permutation;
import org.anamnesis.random.SeedTree;

/**
 * Fills the drugs that patients take: of a class that people take by themselves one ingredient by
 * its share; what is dealt goes to the first places of a keyed order of the patients.
 */
final class DrugMaker {
    private final GenerationPlan plan;
    private final Map<String, PlannedDeal> deals = new HashMap<>();

    DrugMaker(GenerationPlan plan) {
        this.plan = plan;
        plan.deals().forEach(d -> d.fields().forEach(f -> deals.put(f, d)));
    }

    /** Of a class that the people tell: one ingredient of whoever takes it. */
    void ingredient(
            PlannedField field,
            double[] out,
            double[] takes,
            StartRows.Started started,
            SeedTree seeds) {
        GenerationPlan.Ingredients drugs = plan.ingredients().get(field.column());
        int[] ofGroup = ofGroups(field.column(), drugs);
        long purpose = seeds.purpose("ingredient:" + field.column());
        for (int i = 0; i < started.count(); i++) {
            int which =
                    which(drugs, SeedTree.uniform(SeedTree.key(purpose, started.first() + i), 0));
            int own = ofGroup.length > 0 ? ofGroup[started.group(i)] : -1;
            out[i] = takes[i] == 1 ? (own < 0 ? which : own) : Double.NaN;
        }
    }

    /** By group, which ingredient of the class its patients take; -1 if it is not said. */
    private int[] ofGroups(String column, GenerationPlan.Ingredients drugs) {
        return plan.groups().stream()
                .mapToInt(g -> drugs.ids().indexOf(g.drugs().getOrDefault(column, "")))
                .toArray();
    }

    private static int which(GenerationPlan.Ingredients drugs, double u) {
        List<Double> shares = drugs.cumulative();
        int which = 0;
        while (which < shares.size() - 1 && shares.get(which) <= u) {
            which++;
        }
        return which;
    }

    /**
     * Of a class that is dealt.
     *
     * @param takes who takes the class by themselves; empty if the people do not tell
     */
    void dealt(
            PlannedField field,
            double[] out,
            double[] takes,
            StartRows.Started started,
            SeedTree seeds) {
        PlannedDeal deal = deals.get(field.id());
        long which = seeds.purpose("dealt:" + field.id());
        Order[] orders = orders(deal, started, seeds);
        for (int i = 0; i < started.count(); i++) {
            long patient = started.first() + i;
            Order order = orders[deal.byGroup() ? started.group(i) : 0];
            int option = order.option(place(deal, started, i));
            GenerationPlan.Ingredients drugs = null;
            if (option >= 0) {
                PlannedDeal.Option got = order.scope().options().get(option);
                drugs = got.field().equals(field.id()) ? got.drugs() : null;
            } else if (order.scope().others() && takes.length > 0 && takes[i] == 1) {
                drugs = deal.rests().get(field.id());
            }
            out[i] =
                    drugs == null
                            ? Double.NaN
                            : level(
                                    field,
                                    drugs,
                                    SeedTree.uniform(SeedTree.key(which, patient), 0));
        }
    }

    private static int level(PlannedField field, GenerationPlan.Ingredients drugs, double u) {
        return field.levels().indexOf(drugs.ids().get(which(drugs, u)));
    }

    /** Place of a patient among those to whom is dealt; −1 if it is none of them. */
    private static long place(PlannedDeal deal, StartRows.Started started, int i) {
        return deal.among().isPresent()
                ? started.place(i, deal.among().get())
                : deal.byGroup() ? started.place(i) : started.first() + i;
    }

    private Order[] orders(PlannedDeal deal, StartRows.Started started, SeedTree seeds) {
        Order[] orders = new Order[deal.scopes().size()];
        for (int s = 0; s < orders.length; s++) {
            long all = deal.byGroup() ? plan.groups().get(s).patients() : plan.count();
            long patients = deal.among().map(started.of()::patients).orElse(all);
            PlannedDeal.Scope scope = deal.scopes().get(s);
            var places =
                    new Permutation(
                            Math.max(1, patients), seeds.purpose("deal:" + deal.key() + ":" + s));
            orders[s] = new Order(scope, scope.counts(all), places);
        }
        return orders;
    }

    /** In which order patients are dealt the options. */
    @SuppressWarnings("ArrayRecordComponent") // one count an option, never compared
    private record Order(PlannedDeal.Scope scope, long[] counts, Permutation places) {
        /** The option of one of the patients; −1 if there is none. */
        int option(long patient) {
            if (patient < 0) {
                return -1;
            }
            long place = places.place(patient);
            for (int k = 0; k < counts.length; k++) {
                place -= counts[k];
                if (place < 0) {
                    return k;
                }
            }
            return -1;
        }
    }
}
