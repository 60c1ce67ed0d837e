package org.anamnesis.learn;

import static org.anamnesis.learn.StrangeFiles.problems;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.anamnesis.problem.RequestException;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tables of a folder that the program made, joined by hand-made examples. */
class OwnFolderTest {
    private static final String COHORT =
            "patient_id,age_years,hba1c_pct,takes_metformin\nP1,60,7.1,metformin\nP2,50,,\nP3,40,9,\n";
    private static final String CONDITIONS =
            "patient_id,encounter_id,condition,display\nP1,E1,stroke,Stroke\nP1,E1,asthma,\"Asthma, any\"\nP3,E3,asthma,Asthma\n";
    private static final String DRUGS =
            "patient_id,ingredient,drug_class\nP2,simvastatin,statin\nP3,atorvastatin,statin\nP3,simvastatin,statin\n";

    @TempDir private Path folder;

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private static List<String> column(SourceTable t, String name) {
        TextColumn c = t.column(t.names().indexOf(name));
        return IntStream.range(0, c.size()).mapToObj(i -> c.text(c.code(i))).toList();
    }

    @Test
    void diagnosesAndDrugsStandBesideTheAnalysisTable() throws IOException {
        write("cohort.csv", COHORT);
        write("conditions.csv", CONDITIONS);
        write("medications.csv", DRUGS);
        write("dictionary.csv", "table,column\ncohort,age_years\n");

        SourceTable t = SourceTable.read(folder, 1);

        assertEquals(
                List.of(
                        "patient_id",
                        "age_years",
                        "hba1c_pct",
                        "takes_metformin",
                        "has_stroke",
                        "has_asthma",
                        "takes_statin"),
                t.names());
        assertEquals(List.of("7.1", "", "9"), column(t, "hba1c_pct"));
        assertEquals(List.of("yes", "no", "no"), column(t, "has_stroke"));
        assertEquals(List.of("yes", "no", "yes"), column(t, "has_asthma"));
        assertEquals(List.of("metformin", "none", "none"), column(t, "takes_metformin"));
        assertEquals(
                List.of("none", "simvastatin", "atorvastatin + simvastatin"),
                column(t, "takes_statin"));
        assertTrue(t.notes().get(0).contains("cohort.csv, conditions.csv, medications.csv"));
        assertEquals(Optional.empty(), TwoTables.in(folder));
    }

    @Test
    void withoutAnAnalysisTableAgeAndObservationsComeFromTheirTables() throws IOException {
        write(
                "patients.csv",
                "patient_id,birth_date,sex\nP1,1960-05-02,male\nP2,1980-01-01,female\n");
        write(
                "encounters.csv",
                "encounter_id,patient_id,start_date\nE1,P1,2020-05-01\nE2,P2,2020-01-01\n");
        write(
                "observations.csv",
                "patient_id,observation,value,value_text,unit\nP1,hba1c,7.1,,%\nP2,hba1c,6,,%\nP2,ph,,acid,\nP2,ldl,3.1,,mmol/L\n");

        SourceTable t = SourceTable.read(folder, 1);

        assertEquals(
                List.of("patient_id", "age_years", "sex", "hba1c_pct", "ph", "ldl_mmol_l"),
                t.names());
        assertEquals(List.of("59", "40"), column(t, "age_years"));
        assertEquals(List.of("7.1", "6"), column(t, "hba1c_pct"));
        assertEquals(List.of("", "acid"), column(t, "ph"));
        assertEquals(List.of("", "3.1"), column(t, "ldl_mmol_l"));
    }

    @Test
    void aTableInAnotherOrderOrOfOtherPatientsIsNotJoined() throws IOException {
        write("cohort.csv", COHORT);
        write("medications.csv", DRUGS);
        for (String rows : List.of("P3,stroke\nP1,stroke\n", "P1,stroke\nP9,stroke\n")) {
            write("conditions.csv", "patient_id,condition\n" + rows);
            assertEquals(List.of("table.folder.part"), problems(() -> SourceTable.read(folder, 1)));
        }
    }

    @Test
    void everyFaultOfAFolderIsSaidAtOnce() throws IOException {
        write("patients.csv", "name,age\nA,1\n");
        write("conditions.csv", "patient_id,code\nP1,I10\n");
        write("labs.csv", "patient_id,value\nP1,3\n");

        RequestException e =
                Assertions.assertThrows(RequestException.class, () -> SourceTable.read(folder, 1));

        assertEquals(
                List.of("table.folder.part", "table.folder.part", "table.folder.others"),
                e.problems().stream().map(p -> p.code()).toList());
        assertEquals("labs.csv", e.problems().get(2).where());
    }

    @Test
    void aFolderOfOtherTablesSaysWhichItHolds() throws IOException {
        write("person.csv", "person_id\n1\n");
        write("measurement.csv", "person_id\n1\n");
        write("visit.csv", "person_id\n1\n");

        RequestException e =
                Assertions.assertThrows(RequestException.class, () -> SourceTable.read(folder, 1));

        assertEquals("table.folder", e.problems().get(0).code());
        assertTrue(e.problems().get(0).message().contains("person.csv"));
    }

    @Test
    void theAnalysisTableAloneIsNotTakenForTwoTables() throws IOException {
        write("cohort.csv", COHORT);
        write("dictionary.csv", "table,column\ncohort,age_years\n");

        assertEquals(Optional.empty(), TwoTables.in(folder));
        assertEquals(3, SourceTable.read(folder, 1).rows());
    }
}
