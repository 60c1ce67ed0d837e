package org.anamnesis.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anamnesis.code.Catalogue;
import org.anamnesis.code.Concept;
import org.anamnesis.evidence.ConditionEvidence;
import org.anamnesis.evidence.Fact;
import org.anamnesis.evidence.Provenance;
import org.anamnesis.plan.PlannedField.Origin;
import org.anamnesis.plan.PlannedField.Role;
import org.anamnesis.population.ReferencePopulation;

/**
 * The columns of what patients take: every drug class of the census, within a class an ingredient
 * by its share of use; and classes of which the census tells nothing, where they are dealt.
 */
final class DrugFields {
    private final ReferencePopulation people;
    private final ConditionEvidence evidence;
    private final LearnedFrom from;
    private final AskedIngredients asked;
    private final Deals deals;
    private final Map<String, GenerationPlan.Ingredients> ingredients = new LinkedHashMap<>();

    DrugFields(
            ReferencePopulation people,
            ConditionEvidence evidence,
            LearnedFrom from,
            AskedIngredients asked,
            Deals deals) {
        this.people = people;
        this.evidence = evidence;
        this.from = from;
        this.asked = asked;
        this.deals = deals;
    }

    /** By drug column, which ingredients with which shares, once the fields are made. */
    Map<String, GenerationPlan.Ingredients> ingredients() {
        return ingredients;
    }

    /**
     * @param inAnalysis columns that the request concerns
     */
    List<PlannedField> of(List<String> inAnalysis) {
        List<PlannedField> all = new ArrayList<>();
        for (DrugColumns.DrugClass drug : DrugColumns.all()) {
            if (people.has(drug.column())) {
                all.add(
                        deals.of(drug)
                                .map(this::dealt)
                                .orElseGet(() -> told(drug, inAnalysis.contains(drug.column()))));
            }
        }
        deals.untold().forEach(a -> all.add(dealt(a)));
        return all;
    }

    private PlannedField told(DrugColumns.DrugClass drug, boolean inAnalysis) {
        List<String> known =
                DrugHome.ingredients(drug.concept()).stream()
                        .filter(id -> asked.allows(drug.column(), id))
                        .toList();
        List<Optional<Fact>> facts = DrugShares.use(evidence, known);
        ingredients.put(drug.column(), DrugShares.by(known, facts));
        Optional<Concept> concept = Catalogue.bundled().find(drug.concept());
        return field(
                Origin.INGREDIENT,
                drug.column(),
                inFiles(drug),
                drug.concept(),
                concept.map(Concept::name).orElse(drug.label()),
                known,
                concept,
                inAnalysis,
                from.taken(drug.column(), known.size(), facts));
    }

    /** A class with drugs of which the census does not tell is called by its own name. */
    private PlannedField dealt(AssignedDrugs.Asked a) {
        DrugHome home = a.home();
        List<String> levels = deals.levels(a);
        Catalogue catalogue = Catalogue.bundled();
        String plain = home.id().replaceFirst("^class:", "");
        Optional<Concept> drugClass =
                DrugHome.isClass(home.id())
                        ? catalogue.find(home.id())
                        : catalogue.classesOf(home.id()).stream().findFirst();
        return field(
                Origin.DEALT,
                home.census().map(DrugColumns.DrugClass::column).orElse(""),
                home.census()
                        .filter(d -> home.ofCensus().containsAll(levels))
                        .map(DrugFields::inFiles)
                        .orElse("takes_" + plain.replace('-', '_')),
                home.id(),
                catalogue.find(home.id()).map(Concept::name).orElse(plain),
                levels,
                drugClass.or(() -> catalogue.find(home.id())),
                true,
                deals.provenance(a, from));
    }

    private static String inFiles(DrugColumns.DrugClass drug) {
        return "takes_" + drug.column().substring("drug_".length());
    }

    private static PlannedField field(
            Origin origin,
            String column,
            String name,
            String id,
            String label,
            List<String> levels,
            Optional<Concept> concept,
            boolean analysis,
            Provenance provenance) {
        return new PlannedField(
                origin,
                column,
                name,
                id,
                label,
                Role.MEDICATION,
                "",
                0,
                levels,
                concept,
                analysis,
                provenance);
    }
}
