package org.anamnesis.converse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.anamnesis.code.Catalogue;
import org.anamnesis.code.Concept;
import org.anamnesis.interpret.Intent.About.Topic;
import org.anamnesis.learn.ModelFile;
import org.anamnesis.plan.OwnWords;
import org.anamnesis.plan.Words;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Groups;
import org.anamnesis.spec.StudyGroup;

/** What is told about the program, its data and its limits. */
final class AboutAnswer {
    private AboutAnswer() {}

    static Answer of(Topic topic, CohortSpec spec) {
        return switch (topic) {
            case LIMITS ->
                    answer(
                            topic,
                            "What these data cannot do:",
                            "one visit a patient, unless a span of time is asked for",
                            "adults and children of the United States outside institutions, 2011 to March 2020; no other country's microdata",
                            "ECG, EEG and CT come from models and are schematic; no X-ray, MRI or ultrasound, no letters, no genomes, no bills",
                            "diagnoses are what people told a survey; drugs as classes, of 2011 to 2014, newer ones placed by published use",
                            "not for clinical decisions, and not for findings about real people");
            case PRIVACY -> privacy(topic, spec);
            case CERTAINTY ->
                    answer(
                            topic,
                            "Each figure says how far it was checked: computed from microdata, read in its source, unverified, or assumed.",
                            "sources.md of a run lists every column with its source, years and persons",
                            "the report compares the cohort with the reference population and says how far the request lies from it",
                            "the README says how close the data come to people never seen");
            case REPEAT ->
                    answer(
                            topic,
                            "Yes: the same words and the same seed make the same files, byte for byte.",
                            "the seed is %d at present; \"seed 42\" changes it"
                                    .formatted(spec.seed()),
                            "spec.json of a run remakes it: ./anamnesis generate --spec spec.json");
            case FORMATS ->
                    answer(
                            topic,
                            "CSV, Parquet, FHIR R4 (US Core) and OMOP CDM 5.4.",
                            "at present: " + String.join(", ", spec.formats()),
                            "each run has a report beside them, report.html, to read and to print");
            case DATABASES ->
                    answer(
                            topic,
                            "Yes: the OMOP tables of a run go into PostgreSQL or a DuckDB file, all of them or none.",
                            "./anamnesis load FOLDER --to postgresql://USER@HOST/DATABASE",
                            "./anamnesis load FOLDER --to NAME.duckdb",
                            "\"with OMOP\" writes those tables");
            case TIMELINE -> timeline(topic, spec);
            case OBSERVATIONS ->
                    answer(
                            topic,
                            "The evidence ranks each condition's observations; 20, or as many as are known, are taken unless you say otherwise.",
                            "asked at present: " + Understood.words(spec.observations()),
                            "to choose from: " + names(Concept.Kind.OBSERVATION),
                            "\"the 10 most important\", \"add potassium\", \"only HbA1c and LDL\" change it");
            case METHOD -> method(topic, spec);
            case GROUPS -> groups(topic, spec);
            case COUNT ->
                    answer(topic, "%d patients are asked for at present.".formatted(spec.count()));
            case MODEL ->
                    answer(
                            topic,
                            "No language model is needed: requests are read by rules, on this machine.",
                            "one that you set (--model) is asked about words that the rules leave; what it reads is put to you as a question",
                            "figures always come from the evidence or the population, with their source");
            default -> more(topic, spec);
        };
    }

    private static Answer privacy(Topic topic, CohortSpec spec) {
        List<String> lines =
                new ArrayList<>(
                        List.of(
                                "the survey (NHANES) is public and holds no names; the program ships a synthetic census, not its rows",
                                "the program works offline and sends nothing anywhere; only a language model that you set is sent your words",
                                "a formal guarantee such as differential privacy is not given"));
        boolean network = Pretrained.network(spec.engine());
        if (network) {
            lines.add("the network " + spec.engine() + " was attacked when it was learned:");
            lines.addAll(ModelAnswer.privacy(Pretrained.model(spec.engine())));
        }
        return answer(
                topic,
                network
                        ? "No row is a person, and nobody can be found in it by design: a network that learned from public survey data draws new people."
                        : "No row is a person, and nobody can be found in it by design: rows are redrawn twice from public survey data.",
                lines.toArray(String[]::new));
    }

    private static Answer timeline(Topic topic, CohortSpec spec) {
        String asked = spec.beyond().timeline().map(Words::of).orElse("");
        return answer(
                topic,
                "A history holds visits, onsets of conditions, values, drugs with start and stop, procedures, vaccines, allergies, smoking, complications and deaths.",
                asked.isEmpty()
                        ? "no history is asked at present: one visit a patient; \"over 5 years\" asks for one"
                        : "asked at present: " + asked,
                "planned visits come in the rhythm that is asked, else twice a year, once without a condition; others, emergency visits and hospital stays as often as people of that age, sex and condition have them",
                "a value is measured when it is due and then as often as it is done in practice, so that some patients have more of it; who is off goal or in hospital is measured more",
                "drugs begin by the guideline's steps and end by published persistence; metformin ends where eGFR was measured below 30",
                "sources.md of a run has a line for each of them: who says so, and what is assumed");
    }

    private static Answer groups(Topic topic, CohortSpec spec) {
        Groups groups = spec.beyond().groups();
        if (groups.isEmpty()) {
            return answer(
                    topic,
                    "No groups are asked for at present.",
                    "\"two arms: half on metformin, half on insulin, same age\" asks for some");
        }
        List<String> lines = new ArrayList<>();
        for (StudyGroup g : groups.all()) {
            List<String> asked = g.constraints().stream().map(Words::of).toList();
            lines.add(
                    "%s: %d of %d patients; %s"
                            .formatted(
                                    g.name(),
                                    Math.round(spec.count() * g.percent() / 100),
                                    spec.count(),
                                    asked.isEmpty()
                                            ? "nothing of their own is asked"
                                            : String.join(", ", asked)));
        }
        List<String> same =
                groups.same().stream().map(v -> Words.name(v).replace('_', ' ')).toList();
        lines.add(
                same.isEmpty()
                        ? "nothing else is the same in all of them: they differ as such people do in the population"
                        : "the same in all of them: " + String.join(", ", same));
        lines.add("the report of a run shows each group beside the others");
        return answer(topic, "The groups and what is asked of each:", lines.toArray(String[]::new));
    }

    private static Answer method(Topic topic, CohortSpec spec) {
        List<String> lines =
                new ArrayList<>(
                        List.of(
                                "a selection keeps the people who meet it; a share or mean reweights them with the least change (entropy balancing)"));
        if (Pretrained.network(spec.engine())) {
            ModelFile model = Pretrained.model(spec.engine());
            lines.add(
                    String.format(
                            Locale.ROOT,
                            "the network draws the people; it learned before from %,d adults of NHANES and is weighted towards the census",
                            model.provenance().rowsLearned()));
            lines.addAll(ModelAnswer.quality(model));
            return answer(
                    topic,
                    "By %s (engine \"%s\" at present), learned from public survey data of the United States."
                            .formatted(ModelAnswer.way(spec.engine()), spec.engine()),
                    lines.toArray(String[]::new));
        }
        boolean trees = spec.engine().equals("trees");
        lines.add(
                trees
                        ? "trees learned on these people draw new ones; what follows by formula (BMI, eGFR, LDL) is computed"
                        : "a copula learned on these people draws new ones; what follows by formula (BMI, eGFR, LDL) is computed");
        lines.add(
                trees
                        ? "the census was made by the same method from public NHANES microdata"
                        : "the census was made by sequential trees from public NHANES microdata");
        return answer(
                topic,
                (trees
                                ? "By sequential conditional trees (engine \"%s\" at present) learned from a synthetic census of the United States."
                                : "By a Gaussian copula (engine \"%s\" at present) learned from a synthetic census of the United States.")
                        .formatted(spec.engine()),
                lines.toArray(String[]::new));
    }

    private static Answer more(Topic topic, CohortSpec spec) {
        return switch (topic) {
            case NETWORK ->
                    answer(
                            topic,
                            "Nothing leaves this machine: the program works offline, without account or key.",
                            "a conversation is kept only where you save it");
            case ENGINES ->
                    answer(
                            topic,
                            "Engines draw the new patients: trees (the default), copula, autoregressive, diffusion and gan; \"%s\" at present."
                                    .formatted(spec.engine()),
                            "trees: one column after the other, each from those before it",
                            "copula: each column's distribution is kept, and how columns go together is taken from their ranks",
                            "autoregressive, diffusion, gan: networks that were learned before from adults of the survey; less like them than trees",
                            "\"engine copula\" or \"with a GAN\" changes it");
            case KINDS ->
                    answer(
                            topic,
                            "A limit keeps the people who meet it, a target moves weights, an overwrite changes finished values.",
                            "limit: \"HbA1c above 8\" holds for every patient; the rest follows as it does in people",
                            "target: \"mean HbA1c 9\", \"60 % female\" holds for the cohort; people are reweighted with the least change",
                            "overwrite: \"set potassium to 5.5\" changes the value alone and is reported as an assumption");
            case DATA ->
                    answer(
                            topic,
                            "The reference population is a synthetic census of the United States, learned from NHANES, the national health and nutrition survey, 2011 to March 2020.",
                            "NHANES examines people outside institutions, with interviews and laboratory; its microdata are public",
                            "published figures come with their own years and source");
            case LANGUAGES ->
                    answer(
                            topic,
                            "English, German, Spanish, French and Chinese; the reply comes in the language of the message.");
            case CONDITIONS ->
                    answer(topic, "Conditions with evidence here:", names(Concept.Kind.CONDITION));
            case DRUGS ->
                    answer(
                            topic,
                            "Drugs that can be asked for, by name or by class:",
                            names(Concept.Kind.DRUG_CLASS),
                            names(Concept.Kind.INGREDIENT));
            case TERMS ->
                    answer(
                            topic,
                            "What everyday words are taken for, unless you say otherwise:",
                            "young: asked back; 18 to 39 years is the usual reading",
                            "middle-aged: 40 to 64 years; elderly, senior, older adults: 65 years and older",
                            "children: up to 17 years; teenagers: 13 to 19; adults: 18 and older",
                            "poorly controlled diabetes: asked back; HbA1c above 9 % is the usual reading, well controlled below 7 %",
                            "high blood sugar: asked back; HbA1c of at least 6.5 % is the usual reading");
            case CODES ->
                    answer(
                            topic,
                            "Diagnoses carry SNOMED CT and ICD-10-CM codes, observations LOINC, drugs RxNorm, vaccines CVX, procedures and allergies SNOMED CT; units are UCUM.",
                            "in CSV and Parquet they stand in columns of their own, in FHIR as codings; in OMOP as concept ids and source values",
                            "no ATC, Read, OPCS, CPT or ICD-10-GM codes",
                            "\"LOINC code of HbA1c?\" tells those of one thing");
            case ROWS ->
                    answer(
                            topic,
                            "Rows are not shown in the talk: \"make it\" writes them to files, cohort.csv with one row a patient.",
                            "the page of \"anamnesis serve\" has a preview with plots beside the talk");
            case UNITS -> {
                String asked = OwnWords.of(spec.beyond().units());
                yield answer(
                        topic,
                        "Values are in the units in which US laboratories report them, unless you say otherwise; each column's name and dictionary.csv name its unit.",
                        "asked at present: " + (asked.isEmpty() ? "the usual units" : asked),
                        "\"SI units\", \"HbA1c in mmol/mol\" or \"glucose in mmol/L\" change it; limits and means may be said in either");
            }
            case SPEED ->
                    answer(
                            topic,
                            "As many patients as the disk holds; how long it takes depends on the machine and is measured in the README.",
                            "\"5000 patients\" sets the number; rows are made one after the other, so memory does not grow with them");
            case PASSING ->
                    answer(
                            topic,
                            "Show them as what they are: synthetic patients. Passing them off as real ones would mislead.",
                            "for teaching they may be shown freely, as no row is a person; say so beside them",
                            "sources.md and report.html of a run say where each figure comes from");
            case ASKING ->
                    answer(
                            topic,
                            "Where words have two readings that lead to different patients, the program asks instead of guessing.",
                            "\"you decide\" takes the usual reading and says which",
                            "at most two questions are asked at once; what has one sensible reading is never asked");
            case REFUSING ->
                    answer(
                            topic,
                            "Not served: real patients' data, finding out who somebody is, medical advice, orders hidden in a text, and work of another kind.",
                            "a wish that nobody can meet is not refused: the pair that excludes each other is named, with what would be possible",
                            "nothing that was asked before is lost by a refusal");
            default -> Help.general();
        };
    }

    private static String names(Concept.Kind kind) {
        return Catalogue.bundled().concepts(kind).stream()
                .map(Concept::name)
                .collect(Collectors.joining("; "));
    }

    private static Answer answer(Topic topic, String text, String... lines) {
        return new Answer(
                text,
                List.of(lines),
                Typed.object("kind", "about", "topic", topic.name().toLowerCase(Locale.ROOT)));
    }
}
