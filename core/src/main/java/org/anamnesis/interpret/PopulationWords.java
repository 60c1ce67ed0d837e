package org.anamnesis.interpret;

import java.util.List;
import java.util.Set;
import org.anamnesis.spec.Edit;

/** Whose people they are: the United States so far; any other place is a problem, not a guess. */
final class PopulationWords {
    private static final Phrases US =
            new Phrases(
                    List.of(
                            "usa",
                            "united states of america",
                            "united states",
                            "u . s",
                            "u . s . a",
                            "american",
                            "americans",
                            "america",
                            "nhanes"));

    private static final Phrases ELSEWHERE =
            new Phrases(
                    List.of(
                            ("uk,u . k,united kingdom,great britain,britain,british,england,english,scotland,scottish,"
                                            + "wales,welsh,ireland,irish,germany,german,germans,france,french,spain,spanish,"
                                            + "portugal,portuguese,italy,italian,italians,netherlands,dutch,belgium,belgian,"
                                            + "switzerland,swiss,austria,austrian,sweden,swedish,norway,norwegian,denmark,danish,"
                                            + "finland,finnish,iceland,poland,polish,czech,hungary,hungarian,romania,romanian,"
                                            + "bulgaria,greece,greek,russia,russian,ukraine,ukrainian,europe,european,europeans,"
                                            + "turkey,turkish,israel,israeli,iran,iranian,iraq,saudi arabia,saudi,egypt,egyptian,"
                                            + "nigeria,nigerian,kenya,kenyan,ghana,ethiopia,south africa,south african,africa,african,"
                                            + "morocco,india,indian,indians,pakistan,pakistani,bangladesh,sri lanka,nepal,"
                                            + "china,chinese,japan,japanese,korea,korean,south korea,taiwan,taiwanese,thailand,thai,"
                                            + "vietnam,vietnamese,philippines,filipino,indonesia,indonesian,malaysia,singapore,"
                                            + "australia,australian,australians,new zealand,asia,canada,canadian,canadians,mexico,"
                                            + "mexican,mexicans,brazil,brazilian,argentina,argentinian,chile,chilean,colombia,"
                                            + "colombian,peru,peruvian,cuba,venezuela,latin america,global,worldwide,world population,"
                                            + "california,texas,florida,new york,ohio,illinois,pennsylvania,michigan,alaska,hawaii,"
                                            + "arizona,colorado,oregon,massachusetts,minnesota,wisconsin,alabama,mississippi,"
                                            + "louisiana,tennessee,kentucky,virginia,north carolina,south carolina,new jersey,"
                                            + "puerto rico")
                                    .split(",")));

    private PopulationWords() {}

    static void find(Draft draft) {
        Sentence s = draft.sentence;
        for (int i = 0; i < s.size(); i++) {
            if (!s.free(i) || s.inConcept(i)) {
                continue;
            }
            int to = us(s, i);
            if (to > 0) {
                draft.edit(new Edit.SetPopulation("US"), i, to);
                continue;
            }
            to = s.afterAny(i, ELSEWHERE);
            if (to > 0 && s.free(i, to)) {
                draft.problem(
                        "request.population.unknown",
                        i,
                        to,
                        "Only the United States as a whole has microdata here.",
                        "the US population, or leave the population out");
            }
        }
    }

    /** "US" in capitals, or in lower case where it cannot be the pronoun. */
    private static int us(Sentence s, int i) {
        int to = s.afterAny(i, US);
        if (to > 0) {
            return to;
        }
        boolean capitals = s.quote(i, i + 1).equals("US");
        boolean noun =
                s.word(i - 1).equals("the")
                        || Set.of(
                                        "population",
                                        "adults",
                                        "people",
                                        "patients",
                                        "residents",
                                        "citizens",
                                        "women",
                                        "men",
                                        "children",
                                        "based",
                                        "data")
                                .contains(s.word(i + 1));
        return s.word(i).equals("us") && (capitals || noun) ? i + 1 : -1;
    }
}
