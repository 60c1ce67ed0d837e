package org.anamnesis.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anamnesis.code.Catalogue;
import org.anamnesis.code.Concept;
import org.anamnesis.evidence.ConditionEvidence;
import org.anamnesis.evidence.Confidence;
import org.anamnesis.evidence.Fact;
import org.anamnesis.evidence.Marginal;
import org.anamnesis.measure.Measurand;
import org.anamnesis.measure.Measurands;
import org.anamnesis.plan.PlannedField.Origin;
import org.anamnesis.plan.PlannedField.Role;
import org.anamnesis.population.Derived;
import org.anamnesis.population.ReferencePopulation;
import org.anamnesis.table.Variable;

/** The columns that the user gets, each with how it is made and who says so. */
final class Fields {
    private static final Map<String, String> DEMOGRAPHICS = new LinkedHashMap<>();

    static {
        DEMOGRAPHICS.put("age", "Age in completed years at the index date (80 means 80 or older)");
        DEMOGRAPHICS.put("sex", "Sex");
        DEMOGRAPHICS.put("race_ethnicity", "Race and Hispanic origin as NHANES asks it");
        DEMOGRAPHICS.put("education", "Highest education");
        DEMOGRAPHICS.put(
                "income_poverty_ratio", "Family income over the poverty line (5 means 5 or more)");
        DEMOGRAPHICS.put("insurance", "Health insurance");
        DEMOGRAPHICS.put("smoking", "Tobacco smoking");
    }

    /** Conditions that the EHR tables list beside the asked one. */
    private static final List<String> COMORBID =
            List.of(
                    "type-2-diabetes",
                    "type-1-diabetes",
                    "prediabetes",
                    "hypertension",
                    "hyperlipidemia",
                    "obesity",
                    "chronic-kidney-disease",
                    "coronary-artery-disease",
                    "heart-failure",
                    "stroke",
                    "depression",
                    "asthma",
                    "copd",
                    "rheumatoid-arthritis",
                    "breast-cancer",
                    "colorectal-cancer",
                    "lung-cancer",
                    "prostate-cancer");

    private final ReferencePopulation people;
    private final Optional<ConditionEvidence> evidence;
    private final List<PlannedField> fields = new ArrayList<>();
    private final Map<String, GenerationPlan.Ingredients> ingredients = new LinkedHashMap<>();

    Fields(ReferencePopulation people, Optional<ConditionEvidence> evidence) {
        this.people = people;
        this.evidence = evidence;
    }

    List<PlannedField> all() {
        return fields;
    }

    Map<String, GenerationPlan.Ingredients> ingredients() {
        return ingredients;
    }

    void demographics() {
        DEMOGRAPHICS.forEach(
                (name, label) -> {
                    if (people.has(name)) {
                        Variable v = people.variable(name);
                        String column = name.equals("age") ? "age_years" : name;
                        add(
                                Origin.PEOPLE,
                                name,
                                column,
                                name,
                                label,
                                Role.DEMOGRAPHIC,
                                v,
                                v.unit(),
                                v.decimals(),
                                Optional.empty(),
                                true,
                                learned(name),
                                List.of("nhanes"));
                    }
                });
    }

    /** The asked condition: everyone has it; how long, where the survey asked. */
    void condition(String id, boolean everyone) {
        Optional<Concept> concept = Catalogue.bundled().find(id);
        String label = concept.map(Concept::name).orElse(id);
        if (everyone) {
            add(
                    Origin.ALWAYS,
                    "",
                    "has_" + snake(id),
                    id,
                    label,
                    Role.CONDITION,
                    Variable.flag(id),
                    "",
                    0,
                    concept,
                    false,
                    "asked for: every patient has it",
                    List.of());
        }
        boolean diabetes = id.equals("type-2-diabetes") || id.equals("type-1-diabetes");
        if (diabetes && people.has("diabetes_duration")) {
            Variable v = people.variable("diabetes_duration");
            add(
                    Origin.PEOPLE,
                    "diabetes_duration",
                    "diabetes_duration_years",
                    id,
                    "Years since diabetes was diagnosed",
                    Role.DURATION,
                    v,
                    "a",
                    0,
                    concept,
                    true,
                    learned("diabetes_duration"),
                    List.of("nhanes"));
        }
    }

    void comorbidities(Optional<String> asked, List<String> inAnalysis) {
        for (String id : COMORBID) {
            if (asked.filter(id::equals).isPresent() || !people.has(id)) {
                continue;
            }
            Optional<Concept> concept = Catalogue.bundled().find(id);
            Derived derived = Derived.of(id).orElse(null);
            add(
                    derived == null ? Origin.PEOPLE : Origin.DERIVED,
                    id,
                    "has_" + snake(id),
                    id,
                    concept.map(Concept::name).orElse(id),
                    Role.CONDITION,
                    people.variable(id),
                    "",
                    0,
                    concept,
                    inAnalysis.contains(id),
                    derived == null ? learned(id) : "by definition: " + derived.rule(),
                    List.of("nhanes"));
        }
    }

    /** An observation that the microdata has. */
    void observed(String id) {
        Measurand m = Measurands.bundled().get(id);
        Optional<Derived> derived = Derived.of(id);
        observation(
                m,
                derived.isPresent() ? Origin.DERIVED : Origin.PEOPLE,
                id,
                derived.map(d -> "computed: " + d.rule() + " [" + d.source() + "]")
                        .orElseGet(() -> learned(id)),
                List.of("nhanes"));
    }

    /**
     * An observation whose distribution a fact replaces; ranks and dependence stay those of the
     * people.
     */
    void moved(String id, Marginal fact) {
        observation(
                Measurands.bundled().get(id),
                Origin.MOVED,
                id,
                "moved by facts: %s; order and dependence borrowed from US adults, NHANES"
                        .formatted(described(fact)),
                List.of(fact.source(), "nhanes"));
    }

    /** An observation that only a fact knows. */
    void alone(String id, Marginal fact) {
        observation(
                Measurands.bundled().get(id),
                Origin.ALONE,
                id,
                "drawn from a published distribution alone: %s; independence of the other columns is assumed"
                        .formatted(described(fact)),
                List.of(fact.source()));
    }

    private void observation(
            Measurand m, Origin origin, String column, String how, List<String> sources) {
        Variable v =
                people.has(m.id())
                        ? people.variable(m.id())
                        : Variable.number(m.id(), m.unit(), m.decimals());
        add(
                origin,
                column,
                m.column(),
                m.id(),
                m.name(),
                Role.OBSERVATION,
                v,
                m.unit(),
                m.decimals(),
                Catalogue.bundled().find(m.id()),
                true,
                how,
                sources);
    }

    private static String described(Marginal f) {
        return "%s, mean %s, SD %s %s (%s)%s"
                .formatted(
                        f.shape(),
                        Shares.number(f.mean()),
                        Shares.number(f.sd().orElse(Double.NaN)),
                        f.unit(),
                        f.source(),
                        f.confidence() == Confidence.RECALLED ? ", UNVERIFIED" : "");
    }

    /** Every drug class of the census; within a class an ingredient by its share of use. */
    void medications(List<String> inAnalysis) {
        for (DrugColumns.DrugClass drug : DrugColumns.all()) {
            if (!people.has(drug.column())) {
                continue;
            }
            List<Concept> known = new ArrayList<>();
            for (String name : drug.ingredients()) {
                Catalogue.bundled().find(name.replace(' ', '-')).ifPresent(known::add);
            }
            List<Double> use = use(known);
            boolean stated = !use.isEmpty();
            double total = use.stream().mapToDouble(d -> d).sum();
            List<Double> cumulative = new ArrayList<>();
            double sum = 0;
            for (int k = 0; k < known.size(); k++) {
                sum += stated ? use.get(k) / total : 1.0 / known.size();
                cumulative.add(k == known.size() - 1 ? 1.0 : sum);
            }
            List<String> ids = known.stream().map(Concept::id).toList();
            ingredients.put(drug.column(), new GenerationPlan.Ingredients(ids, cumulative));
            String within =
                    known.size() == 1
                            ? ""
                            : stated
                                    ? "; ingredient by its share of use"
                                    : "; ingredient at random within the class (assumed)";
            add(
                    Origin.INGREDIENT,
                    drug.column(),
                    "takes_" + drug.column().substring("drug_".length()),
                    drug.concept(),
                    drug.label(),
                    Role.MEDICATION,
                    Variable.category(drug.column(), ids),
                    "",
                    0,
                    Catalogue.bundled().find(drug.concept()),
                    inAnalysis.contains(drug.column()),
                    learned(drug.column()) + within,
                    List.of("nhanes"));
        }
    }

    /**
     * Published use of each ingredient among those with the condition; empty unless known of at
     * least one.
     */
    private List<Double> use(List<Concept> ingredients) {
        List<Double> shares = new ArrayList<>();
        boolean any = false;
        for (Concept c : ingredients) {
            double share = 0;
            if (evidence.isPresent()) {
                for (Fact f : evidence.get().facts(Fact.Kind.INGREDIENT_USE)) {
                    if (f.about().equals(c.id()) && f.confidence() != Confidence.RECALLED) {
                        share = f.value();
                    }
                }
            }
            shares.add(share);
            any |= share > 0;
        }
        return any ? shares : List.of();
    }

    private String learned(String column) {
        return "learned from " + people.source(column);
    }

    private void add(
            Origin origin,
            String column,
            String name,
            String id,
            String label,
            Role role,
            Variable variable,
            String unit,
            int decimals,
            Optional<Concept> concept,
            boolean analysis,
            String how,
            List<String> sources) {
        fields.add(
                new PlannedField(
                        origin,
                        column,
                        name,
                        id,
                        label,
                        role,
                        unit,
                        decimals,
                        variable.levels(),
                        concept,
                        analysis,
                        how,
                        sources));
    }

    private static String snake(String id) {
        return id.replace('-', '_');
    }
}
