package org.anamnesis.interpret;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** Plain words by what they do in a request. */
final class Words {
    private static final Map<String, Predicate<String>> LIKE = new ConcurrentHashMap<>();

    /** Carry no request of their own; never quoted back. */
    static final Set<String> FILLER =
            words(
                    "a an the of with and or to for from in on at by as is are be been being was were who whom"
                            + " whose that which this these those it its i me my we our us you your them they"
                            + " their he she all each every any some one please pls thanks thank hi hello hey"
                            + " generate create make give produce build simulate synthesize synthesise draw"
                            + " get show need want like would could can should will must have has had having"
                            + " let lets do does synthetic simulated artificial fake virtual realistic"
                            + " representative random ehr emr electronic health medical clinical record records"
                            + " data dataset datasets database table tables file files cohort cohorts sample"
                            + " set sets group patient patients people person persons individual individuals"
                            + " subject subjects participant participants case cases population populations"
                            + " adult based important key main most top observation observations lab labs"
                            + " laboratory variable variables measurement measurements value values level levels"
                            + " test tests parameter parameters feature features including include includes"
                            + " containing contain contains plus also then now just only diagnosed diagnosis"
                            + " suffering suffer living using use used take takes taking treated treatment"
                            + " therapy receiving receive medication medications drug drugs prescribed users"
                            + " user aged age ages years year old sex gender race ethnicity about around"
                            + " approximately roughly exactly whole total number numbers size new other"
                            + " condition conditions disease history known status same such there here"
                            + " so but if output export format formats save write seed random engine model"
                            + " change switch instead add rather than able help something type history"
                            + " where what comorbid comorbidity comorbidities both currently least percent share"
                            + " information info realistic-looking real-world world real nationally national"
                            + " chosen selected relevant related full complete entire per rows row columns"
                            + " column up out into over-all overall available good looking id im ill weve ive"
                            + " trial trials study studies class classroom demo course lecture exercise project"
                            + " colleague colleagues students student dear say session sessions workshop anyone anybody kindly hello everyone everybody teaching");

    /** Places in an order by their words, from 1; −1 is the last one. */
    static final Map<String, Integer> PLACES =
            Map.of("first", 1, "second", 2, "third", 3, "fourth", 4, "fifth", 5, "last", -1);

    /** Those of whom the cohort consists. */
    static final Set<String> PERSONS =
            Set.of(
                    "patient",
                    "teens",
                    "teenagers",
                    "adolescents",
                    "patients",
                    "people",
                    "person",
                    "persons",
                    "individual",
                    "individuals",
                    "subjects",
                    "subject",
                    "participants",
                    "cases",
                    "adults",
                    "women",
                    "men",
                    "ladies",
                    "gentlemen",
                    "children",
                    "records",
                    "diabetics",
                    "sufferers",
                    "folks",
                    "folk",
                    "rows");

    /** May stand before a person without being a condition. */
    static final Set<String> NEUTRAL =
            words(
                    "hospital hospitalized hospitalised clinic outpatient inpatient icu ambulatory primary care"
                            + " urban rural diverse typical average normal ordinary sick ill different unique"
                            + " distinct more fewer less many few several young middle tall short rich poor"
                            + " working retired civilian military veteran veterans emergency department"
                            + " insured controlled uncontrolled well poorly untreated newly recent long term"
                            + " severe mild moderate chronic acute native newborn white-collar no not without"
                            + " excluding except never between over under above below nonsense anonymous"
                            + " de identified deidentified identifiable testing demo training teaching research");

    /** Let go of what follows. "Lose" is left out: drugs to lose weight let go of nothing. */
    static final Set<String> DROPPING =
            words("drop skip forget scrap ditch discard delete strike bin axe dump chuck");

    /** Turn what follows into its opposite. */
    static final Set<String> NEGATION =
            with(
                    DROPPING,
                    "without no not excluding exclude excludes except non nor minus dont lacking remove omit"
                            + " none nobody neither never");

    /** May stand between a share or a negation and what it is about. */
    static final Set<String> LINKS =
            words(
                    "a an the of them with on who whom are is be been being have has having had any taking takes"
                            + " take treated by using use for in patients people persons those were was that should"
                            + " cohort diagnosed diagnosis history known should must individuals subjects receiving"
                            + " also adults participants which to do does therapy prescribed currently"
                            + " suffering from living under all other concurrent comorbid existing cases as"
                            + " anyone anybody everyone everybody shall prior previous evidence occurrence past"
                            + " significant active concomitant treatment");

    private Words() {}

    private static Set<String> words(String spaced) {
        return new HashSet<>(Arrays.asList(spaced.split(" ")));
    }

    /** Some words and these. */
    static Set<String> with(Set<String> some, String spaced) {
        Set<String> all = words(spaced);
        all.addAll(some);
        return all;
    }

    /**
     * Whether a word is one of these.
     *
     * @param words a regular expression, compiled once: there are some hundred of them, and a
     *     message is asked most of them at every word
     */
    static boolean like(String word, String words) {
        Predicate<String> known = LIKE.get(words);
        if (known == null) {
            known = PlainChoice.of(words);
            LIKE.put(words, known);
        }
        return known.test(word);
    }
}
