package org.anamnesis.interpret;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anamnesis.code.Concept;
import org.anamnesis.code.Vocabulary;
import org.anamnesis.problem.Problem;

/** Words that stand where a drug stands and name none that is known: "on ibuprofen". */
final class UnknownDrugs {
    private static final Set<String> LEADS =
            Set.of(
                    ("on taking take takes took receiving receive receives prescribed given using"
                                    + " not without")
                            .split(" "));

    private static final Set<String> BETWEEN =
            Set.of("a an any the daily oral long-term regular some chronic".split(" "));

    /**
     * Common stems of drug names (WHO, The use of stems in the selection of International
     * Nonproprietary Names, 2018).
     */
    private static final List<String> STEMS =
            List.of(
                    ("pril prilat sartan statin olol alol dipine prazole tidine mab tinib ciclib parib"
                                    + " cillin mycin micin oxacin cycline conazole azepam azolam zolam"
                                    + " gliptin gliflozin glutide glitazone thiazide semide xaban gatran"
                                    + " grel parin triptan setron profen coxib fenac oxicam sone solone"
                                    + " onide terol tropium lukast vir vudine caine barbital codone"
                                    + " triptyline pramine oxetine faxine apine azine peridol peridone"
                                    + " dronate trexate fibrate zosin lamide bamate racetam bital"
                                    + " dralazine nidazole bendazole quine stigmine"
                                    + "")
                            .split(" "));

    /** Groups of drugs outside of the catalogue. */
    private static final Set<String> GROUPS =
            Set.of(
                    ("nsaid nsaids benzodiazepine benzodiazepines barbiturate barbiturates"
                                    + " antipsychotic antipsychotics neuroleptic neuroleptics stimulant"
                                    + " stimulants antihistamine antihistamines laxative laxatives contraceptive"
                                    + " contraceptives contraception triptans alpha-blocker alpha-blockers"
                                    + " antacid antacids antifungal antifungals immunosuppressant"
                                    + " immunosuppressants lithium aspirin paracetamol acetaminophen ibuprofen"
                                    + " naproxen morphine digoxin prednisone prednisolone")
                            .split(" "));

    private static final int SHORTEST = 6;

    private UnknownDrugs() {}

    static void find(Draft draft, Vocabulary vocabulary) {
        Sentence s = draft.sentence;
        for (int i = 1; i < s.size(); i++) {
            int lead = i - 1;
            while (lead > 0 && BETWEEN.contains(s.word(lead))) {
                lead--;
            }
            boolean led = LEADS.contains(s.word(lead)) || s.after(lead - 1, "treated with") > 0;
            if (led && s.free(i) && s.at(i).kind() == Token.Kind.WORD && drug(s, i, lead)) {
                Problem p = problem(s.quote(i, i + 1), vocabulary);
                if (DeniedNames.is(draft, i, i + 1)) {
                    draft.invite(
                            p.code(),
                            i,
                            i + 1,
                            "There is no evidence on this drug, so nobody is excluded for it.",
                            p.suggestion());
                } else {
                    draft.problem(p.code(), i, i + 1, p.message(), p.suggestion());
                }
                draft.unknown(i, i + 1);
            }
        }
    }

    private static boolean drug(Sentence s, int i, int lead) {
        String w = s.word(i);
        boolean stem = w.length() >= SHORTEST && STEMS.stream().anyMatch(w::endsWith);
        Optional<ShareWords.Percent> share = ShareWords.endingAt(s, lead - 1);
        boolean shared =
                s.word(lead).equals("on")
                        && lead == i - 1
                        && share.isPresent()
                        && w.length() >= SHORTEST
                        && !Words.FILLER.contains(w)
                        && !Words.NEUTRAL.contains(w)
                        && s.like(i + 1, "|[,;.]|and");
        return !s.inConcept(i) && (GROUPS.contains(w) || stem || shared);
    }

    /** That a word names no known drug, with the nearest names. */
    private static Problem problem(String words, Vocabulary vocabulary) {
        String nearest =
                Stream.of(Concept.Kind.INGREDIENT, Concept.Kind.DRUG_CLASS)
                        .flatMap(k -> vocabulary.nearest(words, k, 2).stream())
                        .map(Concept::name)
                        .collect(Collectors.joining(", "));
        return new Problem(
                "request.medication.unknown",
                words,
                "There is no evidence on this drug.",
                "nearest names: " + nearest);
    }
}
