package org.anamnesis.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.code.Catalogue;
import org.anamnesis.code.Concept;
import org.anamnesis.evidence.ConditionEvidence;
import org.anamnesis.evidence.Fact;
import org.anamnesis.evidence.Marginal;
import org.anamnesis.evidence.Provenance;
import org.anamnesis.measure.Measurand;
import org.anamnesis.measure.Measurands;
import org.anamnesis.plan.PlannedField.Origin;
import org.anamnesis.plan.PlannedField.Role;
import org.anamnesis.population.ConditionRows;
import org.anamnesis.population.Derived;
import org.anamnesis.population.ReferencePopulation;
import org.anamnesis.spec.Regions;
import org.anamnesis.table.Variable;

/** The columns that the user gets, each with how it is made and who says so. */
final class Fields {
    private static final Map<String, String> DEMOGRAPHICS = new LinkedHashMap<>();

    static {
        DEMOGRAPHICS.put("age", "Age (80 means 80 or older)");
        DEMOGRAPHICS.put("sex", "Sex");
        DEMOGRAPHICS.put("race_ethnicity", "Race and Hispanic origin (NH = not Hispanic)");
        DEMOGRAPHICS.put(Regions.NAME, "Census region (borrowed: see how made)");
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
    private final ConditionEvidence evidence;
    private final LearnedFrom from;
    private final List<PlannedField> fields = new ArrayList<>();
    private final Map<String, GenerationPlan.Ingredients> ingredients = new LinkedHashMap<>();

    /**
     * @param who the people that the values are taken from, in words
     */
    Fields(ReferencePopulation people, ConditionEvidence evidence, String who) {
        this.people = people;
        this.evidence = evidence;
        this.from = new LearnedFrom(people, who);
    }

    List<PlannedField> all() {
        return fields;
    }

    Map<String, GenerationPlan.Ingredients> ingredients() {
        return ingredients;
    }

    /**
     * @param asked columns that the request concerns; the region stands among the fields only then
     */
    void demographics(List<String> asked) {
        DEMOGRAPHICS.forEach(
                (name, label) -> {
                    boolean wanted = !name.equals(Regions.NAME) || asked.contains(name);
                    if (wanted && people.has(name)) {
                        Variable v = people.variable(name);
                        String inFiles = name.equals("age") ? "age_years" : name;
                        add(
                                Origin.PEOPLE,
                                name,
                                inFiles,
                                name,
                                label,
                                Role.DEMOGRAPHIC,
                                v,
                                v.unit(),
                                v.decimals(),
                                Optional.empty(),
                                true,
                                from.learned(name));
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
                    Provenance.asked("asked for: every patient has it"));
        }
        boolean diabetes = id.equals("type-2-diabetes") || id.equals("type-1-diabetes");
        if (diabetes && people.has("diabetes_duration")) {
            Variable v = people.variable("diabetes_duration");
            add(
                    Origin.PEOPLE,
                    "diabetes_duration",
                    "diabetes_duration_years",
                    id,
                    "Time since diabetes was diagnosed",
                    Role.DURATION,
                    v,
                    "a",
                    0,
                    concept,
                    true,
                    from.learned("diabetes_duration"));
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
                    derived == null ? from.learned(id) : from.computed("by definition: ", derived));
        }
    }

    /** Conditions that were asked of some and that others than those who have them stand for. */
    void proxies(List<String> conditions) {
        for (String id : conditions) {
            Optional<Concept> concept = Catalogue.bundled().find(id);
            String who = ConditionRows.of(id).orElseThrow().proxy();
            add(
                    Origin.PROXY,
                    "",
                    "has_" + snake(id),
                    id,
                    concept.map(Concept::name).orElse(id),
                    Role.CONDITION,
                    Variable.flag(id),
                    "",
                    0,
                    concept,
                    true,
                    Provenance.asked("asked for; who has it: " + who)
                            .withAssumed("that " + who + " have it, and nobody else"));
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
                derived.map(d -> from.computed("computed: ", d)).orElseGet(() -> from.learned(id)));
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
                published(
                        fact,
                        "published figures, moved by facts: "
                                + described(fact)
                                + "; order and dependence borrowed from US adults, NHANES",
                        List.of(fact.source(), LearnedFrom.SURVEY)));
    }

    /** An observation that only a fact knows. */
    void alone(String id, Marginal fact) {
        observation(
                Measurands.bundled().get(id),
                Origin.ALONE,
                id,
                published(
                                fact,
                                "drawn from one distribution alone: " + described(fact),
                                List.of(fact.source()))
                        .withAssumed("that it is independent of the other columns"));
    }

    /** Every value is that of US people; some were moved to figures of the country. */
    void borrowed(String country, List<BorrowedFacts.Moved> moved) {
        fields.replaceAll(
                f -> {
                    Provenance p = f.provenance();
                    if (p.asked()) {
                        return f;
                    }
                    List<Fact> own =
                            moved.stream()
                                    .map(BorrowedFacts.Moved::fact)
                                    .filter(fact -> fact.about().equals(f.id()))
                                    .toList();
                    Set<String> sources = new LinkedHashSet<>(p.sources());
                    own.forEach(fact -> sources.add(fact.source()));
                    String share =
                            own.isEmpty() ? "" : ", its share moved to a figure of " + country;
                    return f.withProvenance(
                            new Provenance(
                                    p.how() + "; borrowed from US adults for " + country + share,
                                    p.population(),
                                    p.period(),
                                    List.copyOf(sources),
                                    p.confidence(),
                                    p.assumed(),
                                    false));
                });
    }

    private void observation(Measurand m, Origin origin, String column, Provenance provenance) {
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
                provenance);
    }

    private static String described(Marginal f) {
        return "%s, mean %s, SD %s"
                .formatted(
                        f.shape().equals("normal-ish") ? "roughly normal" : f.shape(),
                        Shares.number(f.mean()),
                        Shares.number(f.sd().orElse(Double.NaN)));
    }

    private static Provenance published(Marginal fact, String how, List<String> sources) {
        return Provenance.of(how, fact.population(), fact.period(), sources)
                .withConfidence(fact.confidence());
    }

    /** What patients take, see {@link DrugFields}. */
    void medications(List<String> inAnalysis, AskedIngredients asked, Deals deals) {
        var drugs = new DrugFields(people, evidence, from, asked, deals);
        fields.addAll(drugs.of(inAnalysis));
        ingredients.putAll(drugs.ingredients());
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
            Provenance provenance) {
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
                        provenance));
    }

    private static String snake(String id) {
        return id.replace('-', '_');
    }
}
