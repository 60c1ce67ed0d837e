package org.anamnesis.interpret;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anamnesis.measure.UnitNames;
import org.anamnesis.spec.CohortSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of people without the name of a column stands as a column, whatever the table. */
class TableWordingTest {
    private static TableColumn number(String name, String unit) {
        return new TableColumn(
                name,
                List.of(name, name.replace('_', ' ')),
                name,
                TableColumn.Kind.NUMBER,
                Optional.empty(),
                unit,
                0,
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                Optional.empty());
    }

    /** A category; yes and no are among its answers, or no alone. */
    private static TableColumn category(String name, String no, String yes, String... answers) {
        Map<String, String> all = new LinkedHashMap<>();
        for (String a : answers) {
            all.put(a, a);
        }
        return new TableColumn(
                name,
                List.of(name, name.replace('_', ' ')),
                name,
                TableColumn.Kind.CATEGORY,
                Optional.empty(),
                "",
                0,
                Optional.empty(),
                all,
                Optional.of(yes).filter(y -> !y.isEmpty()),
                Optional.of(no).filter(n -> !n.isEmpty()));
    }

    private static void read(String message, String asked, TableColumn... columns) {
        var wording = TableWording.of(message, List.of(columns), "t.csv");
        assertEquals(List.of(), wording.problems());
        assertEquals(asked, wording.text());
        assertEquals(message, DateWords.unread(wording.text(), wording.written()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    patients without admissions              | patients admissions at most 0
                    never admitted, over 60                  | admissions at most 0, over 60
                    who were never admitted to hospital      | admissions at most 0
                    women who have never been hospitalised   | women admissions at most 0
                    40 % not admitted                        | 40 % admissions at most 0
                    with no prior admissions                 | admissions at most 0
                    patients with admissions                 | patients admissions at least 1
                    with at least one admission              | admissions at least 1
                    admitted at least once                   | admissions at least 1
                    women without any relapses               | women n_relapses at most 0
                    patients who never relapsed              | patients n_relapses at most 0
                    no ER visits                             | er_visits at most 0
                    ohne Anfälle                             | Anfälle at most 0
                    mit Anfällen                             | Anfälle at least 1
                    never admitted to ICU                    | never admitted to ICU
                    at least 2 admissions                    | at least 2 admissions
                    no admissions limit                      | no admissions limit
                    without age                              | without age
                    """)
    void neverAndOnceAreCounts(String message, String asked) {
        read(
                message,
                asked,
                number("admissions", ""),
                number("n_relapses", ""),
                number("er_visits", ""),
                number("Anfälle", ""),
                number("age", ""));
    }

    @Test
    void oneWordForTwoCountsIsLeft() {
        read("without visits", "without visits", number("n_visits", ""), number("visits", ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    women born before 1950                   | women birth_year below 1950
                    40 % born after 1980                     | 40 % birth_year above 1980
                    who were born between 1950 and 1960      | birth_year between 1950 and 1960
                    born in the 1960s                        | birth_year between 1960 and 1969
                    born in 1955                             | birth_year between 1955 and 1955
                    born since 1990                          | birth_year at least 1990
                    nobody born before 1950                  | birth_year at least 1950
                    women not born after 1980                | women birth_year at most 1980
                    vor 1950 geborene Frauen                 | birth_year below 1950 Frauen
                    Patienten, die nach 1980 geboren wurden  | Patienten, birth_year above 1980
                    nacidos antes de 1950                    | birth_year below 1950
                    nés après 1980                           | birth_year above 1980
                    birth weight above 3000                  | birth weight above 3000
                    """)
    void whenSomebodyWasBornIsAYear(String message, String asked) {
        read(message, asked, number("birth_year", ""), number("birth_weight", "g"));
    }

    @Test
    void orADate() {
        TableColumn date = number("date_of_birth", UnitNames.DATE);
        read("born before 1950", "date_of_birth at most -7306", date);
        read("born between 1960 and 1961", "date_of_birth between -3653 and -2923", date);
        read("born after 1990-06-01", "date_of_birth at least 7457", date, number("yob", ""));
        read("born in the 1960s", "date_of_birth between -3653 and -1", date);
        read("born before 1950", "born before 1950", number("birth_weight", "g"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    seropositive women                       | rf = positiv women
                    who are seronegative                     | rf = negativ
                    RF-negative men                          | rf = negativ men
                    40 % RF positive                         | 40 % rf = positiv
                    positive for RF                          | rf = positiv
                    erosions positive                        | erosions = yes
                    smear-negative                           | sputum_smear = neg
                    rf = negativ                             | rf = negativ
                    """)
    void whoTestedPositiveIsAnAnswer(String message, String asked) {
        read(
                message,
                asked,
                category("rf", "", "", "negativ", "positiv"),
                category("erosions", "no", "yes", "no", "yes"),
                new TableColumn(
                        "sputum_smear",
                        List.of("sputum_smear", "smear status"),
                        "sputum_smear",
                        TableColumn.Kind.CATEGORY,
                        Optional.empty(),
                        "",
                        0,
                        Optional.empty(),
                        Map.of("neg", "neg", "pos", "pos"),
                        Optional.empty(),
                        Optional.empty()));
    }

    /** Which of two tests of serum is meant nobody guesses. */
    @Test
    void seropositiveByOneOfTwoIsAsked() {
        var rf = category("rf", "", "", "negative", "positive");
        var ccp = category("anti_ccp", "", "", "neg", "pos");
        var wording = TableWording.of("seronegative women", List.of(rf, ccp), "t.csv");
        assertEquals("seronegative", wording.problems().get(0).where());
        assertEquals("rf = negative and anti_ccp = neg", wording.problems().get(0).suggestion());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    untreated women                          | treated = no women
                    30 % untreated                           | 30 % treated = no
                    who were never treated                   | treated = no
                    patients without treatment               | patients treated = no
                    treatment-naive                          | treated = no
                    unbehandelte Frauen                      | treated = no Frauen
                    not treated with methotrexate            | without methotrexate
                    who were never treated with rituximab    | without rituximab
                    unvaccinated                             | vaccination = none
                    vaccinated men                           | not vaccination = none men
                    non-erosive disease                      | erosions = no disease
                    erosive                                  | erosions = yes
                    uninsured                                | insurance = none
                    untested                                 | untested
                    """)
    void whatSomebodyIsNotComesOfTheHeader(String message, String asked) {
        read(
                message,
                asked,
                category("treated", "no", "yes", "no", "yes"),
                category("drug", "none", "", "none", "methotrexate", "rituximab"),
                category("vaccination", "none", "", "none", "one dose", "two doses"),
                category("insurance", "none", "", "none", "public", "private"),
                category("erosions", "no", "yes", "no", "yes"));
    }

    @Test
    void aColumnOfTreatmentsTellsWhoIsTreated() {
        var drug = category("medication", "none", "", "none", "statin", "insulin");
        read("untreated", "medication = none", drug);
        read("only treated patients", "only not medication = none patients", drug);
        read("with no medication", "medication = none", drug);
        var other = category("therapy", "none", "", "none", "a", "b");
        read("untreated", "untreated", drug, other);
    }

    /** Answers of the table are read as they are. */
    @Test
    void anAnswerIsNoOtherColumns() {
        var group = category("group", "", "", "untreated", "treated", "never admitted");
        var treated = category("treatment", "no", "yes", "no", "yes");
        read("untreated", "untreated", group, treated);
        read("never admitted", "never admitted", group, number("admissions", ""));
    }

    /** What is not known of anybody is no request for everybody. */
    @Test
    void whatTheTableDoesNotTellIsSaid() {
        List<TableColumn> columns = new ArrayList<>();
        columns.add(category("ward", "", "", "ICU", "surgery"));
        var reader = new TableReader(new RuleReader(), columns, "t.csv", "trees");
        for (String words : List.of("untreated women", "RF-negative men", "unbehandelte Frauen")) {
            Reading reading = reader.read(words, CohortSpec.DEFAULT);
            assertTrue(reading instanceof Reading.NotUnderstood, words + ": " + reading);
        }
    }
}
