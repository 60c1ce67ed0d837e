package org.anamnesis.interpret;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.anamnesis.code.Concept;
import org.anamnesis.code.Vocabulary;
import org.anamnesis.problem.Problem;

/** Words that stand where a condition stands and name none that is known: "patients with gout". */
final class UnknownConditions {
    private static final Set<String> LEADS =
            Set.of("with", "have", "having", "from", "has", "of", "for");
    private static final List<String> ENDINGS =
            List.of(
                    "itis",
                    "osis",
                    "emia",
                    "aemia",
                    "oma",
                    "pathy",
                    "disease",
                    "syndrome",
                    "cancer",
                    "disorder",
                    "failure",
                    "ism",
                    "algia",
                    "penia",
                    "plegia",
                    "fever",
                    "infection",
                    "gout",
                    "hiv",
                    "aids",
                    "anemia",
                    "leukemia",
                    "lupus",
                    "psoriasis",
                    "hepatitis");

    /** Conditions outside of the catalogue, known by their name wherever it stands. */
    private static final Set<String> NAMES =
            Set.of(
                    ("gout migraine migraines apnea apnoea lupus psoriasis eczema acne autism adhd ptsd ocd"
                                    + " schizophrenia bipolar parkinson parkinsons crohn crohns colitis ibs pcos"
                                    + " endometriosis glaucoma cataract cataracts tuberculosis malaria ebola"
                                    + " measles anaemia anemia fibromyalgia cirrhosis hepatitis hernia vertigo"
                                    + " insomnia anorexia bulimia alcoholism chlamydia syphilis herpes shingles"
                                    + " hemophilia haemophilia thalassemia thalassaemia myeloma lymphoma leukemia"
                                    + " leukaemia melanoma osteoarthritis hypothyroidism hyperthyroidism"
                                    + " sarcoidosis scleroderma huntington als hiv aids rosacea hemorrhoids"
                                    + " pancreatitis appendicitis diverticulitis gastritis gerd bronchiectasis"
                                    + " neuropathy retinopathy zika dengue cholera influenza"
                                    + " plague smallpox mumps rubella rabies tetanus leprosy scurvy rickets"
                                    + " scabies cellulitis sciatica scoliosis typhoid pertussis monkeypox mpox dka ketoacidosis"
                                    + " dialysis haemodialysis hemodialysis dialysed dialyzed")
                            .split(" "));

    /** More unknown names than this are noise, and looking for their neighbours takes time. */
    private static final int MOST = 8;

    /** Ends the name of people by what befell them: "kidney transplant recipients". */
    private static final String WHO = "recipients|survivors|sufferers|candidates|donors|victims";

    private static final Set<String> GENERIC = Set.of("disease", "syndrome", "disorder");

    private UnknownConditions() {}

    static void find(Draft draft, Vocabulary vocabulary, boolean hasCondition) {
        Sentence s = draft.sentence;
        int left = MOST;
        for (int i = 0; i < s.size() && left > 0; i++) {
            int to = i;
            while (to < s.size() && open(s, to)) {
                to++;
            }
            if (to == i) {
                continue;
            }
            boolean lead = LEADS.contains(s.word(i - 1));
            boolean noun = Words.PERSONS.contains(s.word(to)) || s.like(to - 1, WHO);
            boolean plain = neutral(s, i, to);
            boolean medical = medical(s, i, to);
            boolean name = named(s, i, to);
            if (to - i <= 4
                    && (name
                            || (medical && (lead || noun))
                            || (!hasCondition && !plain && (noun || with(s, i))))) {
                if (hasCondition && s.definition()) {
                    draft.unread(i, to);
                } else if (hasCondition && DeniedNames.is(draft, i, to)) {
                    int from = DeniedNames.from(s, i, to);
                    String words = s.quote(from, DeniedNames.to(s, from, to));
                    draft.invite(
                            "request.condition.unknown",
                            DeniedNames.start(draft, i),
                            to,
                            "There is no evidence on this condition, so nobody is excluded for it.",
                            nearest(words, vocabulary));
                    draft.unknown(i, to);
                } else {
                    unknown(draft, vocabulary, i, to);
                }
                left--;
            }
            i = to;
        }
    }

    /** Whether the words hold the name of a condition outside of the catalogue. */
    static boolean named(Sentence s, int from, int to) {
        for (int k = from; k < to; k++) {
            if (NAMES.contains(s.word(k))) {
                return true;
            }
        }
        return false;
    }

    private static boolean with(Sentence s, int i) {
        return Set.of("with", "have", "having", "has").contains(s.word(i - 1))
                || (s.word(i - 1).equals("from") && s.word(i - 2).startsWith("suffer"));
    }

    private static boolean open(Sentence s, int i) {
        Token t = s.at(i);
        boolean disease = Set.of("disease", "syndrome", "disorder").contains(t.text());
        return s.free(i)
                && t.kind() == Token.Kind.WORD
                && (!Words.FILLER.contains(t.text())
                        || (disease && s.free(i - 1) && !LEADS.contains(s.word(i - 1))));
    }

    private static boolean neutral(Sentence s, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!Words.NEUTRAL.contains(s.word(i)) && !Words.PERSONS.contains(s.word(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean medical(Sentence s, int from, int to) {
        for (int i = from; i < to; i++) {
            String w = s.word(i);
            if (GENERIC.contains(w) && i > from && neutral(s, from, i)) {
                return false; // "poorly controlled disease" names none
            }
            if (w.length() > 2 && ENDINGS.stream().anyMatch(w::endsWith)) {
                return true;
            }
        }
        return false;
    }

    private static void unknown(Draft draft, Vocabulary vocabulary, int from, int to) {
        Problem p = problem(draft.sentence.quote(from, to), vocabulary);
        draft.problem(p.code(), from, to, p.message(), p.suggestion());
        draft.unknown(from, to);
    }

    /** That these words name no known condition, with the nearest names. */
    static Problem problem(String words, Vocabulary vocabulary) {
        return new Problem(
                "request.condition.unknown",
                words,
                "There is no evidence on this condition.",
                nearest(words, vocabulary)
                        + "; or, beside another condition, a share of your own: \"10 % with "
                        + words
                        + "\"");
    }

    private static String nearest(String words, Vocabulary vocabulary) {
        if (Words.like(words.toLowerCase(Locale.ROOT), ".*(?:dialy[sz]|diálisis|dializad|透析).*")) {
            return "nearest: chronic kidney disease stage 5 (eGFR below 15), as who is on dialysis is not known here";
        }
        return "nearest names: "
                + vocabulary.nearest(words, Concept.Kind.CONDITION, 3).stream()
                        .map(Concept::name)
                        .collect(Collectors.joining(", "));
    }
}
