package org.anamnesis.generate.care;

import java.util.Optional;
import org.anamnesis.cohort.CohortHeader;
import org.anamnesis.cohort.Events;
import org.anamnesis.cohort.PatientBlock;
import org.anamnesis.generate.Recording;
import org.anamnesis.plan.PlannedHistory;
import org.anamnesis.random.SeedTree;

/** Adds to a record what practice puts there, at the visits that it has. */
public final class Care implements Recording {
    private final Recording visits;
    private final CohortHeader header;
    private final Optional<PlannedHistory> history;

    /**
     * @param visits writes the record up to conditions and drugs
     * @param history that was asked for
     */
    public Care(Recording visits, CohortHeader header, Optional<PlannedHistory> history) {
        this.visits = visits;
        this.header = header;
        this.history = history;
    }

    @Override
    public void fill(PatientBlock block, double[][] work, SeedTree seeds) {
        visits.fill(block, work, seeds);
        var patient = new Attended(header);
        var asked = history.map(h -> new AskedProcedures(h, header));
        var procedures = new Procedures(header, asked, seeds);
        var immunizations = new Immunizations(seeds);
        var childhood = new ChildhoodSeries(seeds);
        var doses = new Events();
        var inRhythm = new Events();
        var allergies = new Allergies(header, seeds);
        var smoking = new Smoking(header, seeds);
        int smokes = header.indexOf("smoking");
        patient.begin(block);
        while (patient.next()) {
            if (smoking.known()) {
                double level = block.column(smokes)[patient.row];
                smoking.fill(patient, level, block.record().habits());
            }
            childhood.fill(patient, doses);
            immunizations.fill(patient, block.record().immunizations());
            allergies.fill(patient, block.record());
            procedures.fill(patient, block.record().procedures());
            asked.ifPresent(a -> a.fill(patient, inRhythm));
        }
        block.record().immunizations().merge(doses);
        block.record().procedures().merge(inRhythm);
    }
}
