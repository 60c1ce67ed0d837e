package org.anamnesis.interpret;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Edit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of a proposal is dropped, and what is left of one that is so. */
class ProposalCheckTest {
    private static final CohortSpec NOW =
            new Edit.SetCondition("type-2-diabetes").apply(CohortSpec.DEFAULT);

    private static Optional<Edit> edit(String message, String json) {
        List<Proposal> all =
                Proposals.read("{\"edits\":[{" + json.replace('\'', '"') + "}]}").orElse(List.of());
        return all.stream()
                .flatMap(p -> new ProposalCheck(message, NOW).of(p).stream())
                .map(ProposalCheck.Checked::edit)
                .filter(e -> ProposalCheck.fits(NOW, List.of(e)))
                .findFirst();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    a crowd of 750 souls | 'kind':'count','number':750,'quote':'crowd of 750 souls' | SetCount[count=750]
                    two thousand souls | 'kind':'count','number':2000,'quote':'Two  Thousand souls' | SetCount[count=2000]
                    their sugar is naughty | 'kind':'condition','id':'hypertension','quote':'naughty' | SetCondition[condition=hypertension]
                    lungs gone in a fifth | 'kind':'has','id':'copd','percent':20,'quote':'lungs gone in a fifth' | AddConstraint[constraint=Share[criterion=HasCondition[condition=copd, stage=Optional.empty], percent=20.0]]
                    steering clear of flozins | 'kind':'has','id':'class:sglt2-inhibitor','negated':true,'quote':'steering clear of flozins' | AddConstraint[constraint=Require[criterion=Not[inner=TakesMedication[medication=class:sglt2-inhibitor]]]]
                    puffing away in 30 % | 'kind':'category','id':'smoking','level':'current','percent':30,'quote':'puffing away in 30 %' | AddConstraint[constraint=Share[criterion=CategoryIn[variable=smoking, levels=[current]], percent=30.0]]
                    A1c beyond the 8 mark | 'kind':'limit','id':'hba1c','comparison':'above','number':8,'quote':'A1c beyond the 8 mark' | AddConstraint[constraint=Require[criterion=ObservationWithin[observation=hba1c, range=QuantityRange[low=8.1, high=Infinity, unit=%]]]]
                    A1c yonder of 64 mmol/mol | 'kind':'limit','id':'hba1c','comparison':'at_least','number':64,'quote':'A1c yonder of 64 mmol/mol' | AddConstraint[constraint=Require[criterion=ObservationWithin[observation=hba1c, range=QuantityRange[low=8.0, high=Infinity, unit=%]]]]
                    past their 60 th year | 'kind':'limit','id':'age','comparison':'above','number':60,'quote':'past their 60 th year' | AddConstraint[constraint=Require[criterion=AgeBetween[minYears=61, maxYears=120]]]
                    weight hovering near 90 kg | 'kind':'mean','id':'weight','number':90,'unit':'kg','quote':'weight hovering near 90 kg' | AddConstraint[constraint=Mean[observation=weight, value=90.0]]
                    toss in salt readings | 'kind':'observe','id':'sodium','quote':'salt readings' | SetObservations[observations=ObservationChoice[count=21, named=[sodium], dropped=[]]]
                    """)
    void whatIsSo(String message, String json, String expected) {
        assertEquals(expected, edit(message, json).map(Object::toString).orElse("dropped"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    an id that is not there | lungs gone | 'kind':'has','id':'lung-rot','quote':'lungs gone'
                    a code in its place | lungs gone | 'kind':'has','id':'J44.9','quote':'lungs gone'
                    a kind that is not there | lungs gone | 'kind':'sql','id':'copd','quote':'lungs gone'
                    an observation as a condition | lungs gone | 'kind':'has','id':'hba1c','quote':'lungs gone'
                    a quote that was not said | lungs gone | 'kind':'has','id':'copd','quote':'lungs are gone'
                    no quote | lungs gone | 'kind':'has','id':'copd','quote':''
                    a quote without a subject | lungs of the 8 | 'kind':'has','id':'copd','quote':'of the 8'
                    part of a word | lungs gone | 'kind':'has','id':'copd','quote':'ungs gone'
                    part of a number | A1c yonder of 80 | 'kind':'limit','id':'hba1c','comparison':'above','number':8,'quote':'A1c yonder of 8'
                    part of a decimal | A1c yonder of 8.5 | 'kind':'limit','id':'hba1c','comparison':'above','number':8,'quote':'A1c yonder of 8'
                    a number that was not said | A1c yonder of 8 | 'kind':'limit','id':'hba1c','comparison':'above','number':9,'quote':'A1c yonder of 8'
                    a number converted by others | A1c yonder of 64 mmol/mol | 'kind':'limit','id':'hba1c','comparison':'above','number':8,'unit':'%','quote':'A1c yonder of 64 mmol/mol'
                    a unit that was not said | glucose yonder of 11 | 'kind':'limit','id':'glucose_fasting','comparison':'above','number':11,'unit':'mmol/L','quote':'glucose yonder of 11'
                    a share that was not said | lungs gone | 'kind':'has','id':'copd','percent':20,'quote':'lungs gone'
                    a share from a limit | A1c yonder of 8 | 'kind':'limit','id':'hba1c','comparison':'above','number':8,'percent':8,'quote':'A1c yonder of 8'
                    a comparison the other way | A1c shall be above 8 | 'kind':'limit','id':'hba1c','comparison':'below','number':8,'quote':'A1c shall be above 8'
                    no comparison | A1c yonder of 8 | 'kind':'limit','id':'hba1c','comparison':'none','number':8,'quote':'A1c yonder of 8'
                    what the quote negates | not puffing | 'kind':'category','id':'smoking','level':'current','quote':'not puffing'
                    what is negated before it | without any puffing | 'kind':'category','id':'smoking','level':'current','quote':'puffing'
                    another condition is named | they have asthma you know | 'kind':'has','id':'copd','quote':'asthma you know'
                    another drug is named | swallowing metformin | 'kind':'has','id':'class:statin','quote':'swallowing metformin'
                    another observation is named | sodium yonder of 8 | 'kind':'limit','id':'hba1c','comparison':'above','number':8,'quote':'sodium yonder of 8'
                    a level that is not there | puffing | 'kind':'category','id':'smoking','level':'heavy','quote':'puffing'
                    a variable that is not there | puffing | 'kind':'category','id':'religion','level':'none','quote':'puffing'
                    a stage that was not said | kidneys gone | 'kind':'has','id':'chronic-kidney-disease','level':'3','quote':'kidneys gone'
                    a value that no patient has | A1c yonder of 900 | 'kind':'limit','id':'hba1c','comparison':'above','number':900,'quote':'A1c yonder of 900'
                    a range upside down | A1c from nine 9 yonder 7 | 'kind':'limit','id':'hba1c','comparison':'between','number':9,'second':7,'quote':'A1c from nine 9 yonder 7'
                    an age of nobody | past 400 winters | 'kind':'limit','id':'age','comparison':'above','number':400,'quote':'past 400 winters'
                    half a patient | 0.5 souls | 'kind':'count','number':0.5,'quote':'0.5 souls'
                    a share as a count | 30 % souls | 'kind':'count','number':30,'quote':'30 % souls'
                    numbers as texts | 750 souls | 'kind':'count','number':'750','quote':'750 souls'
                    what is asked already | sweet blood | 'kind':'condition','id':'type-2-diabetes','quote':'sweet blood'
                    nothing to forget | forget their winters | 'kind':'forget','id':'age','quote':'their winters'
                    the seed | seed thing 7 | 'kind':'seed','number':7,'quote':'seed thing 7'
                    """)
    void whatIsNotSo(String why, String message, String json) {
        assertEquals(Optional.empty(), edit(message, json), why);
    }

    /** The cases above fail for their own reason, not because nothing ever passes. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    lungs gone | 'kind':'has','id':'copd','quote':'lungs gone'
                    puffing | 'kind':'category','id':'smoking','level':'current','quote':'puffing'
                    A1c yonder of 8 | 'kind':'limit','id':'hba1c','comparison':'above','number':8,'quote':'A1c yonder of 8'
                    A1c shall be above 8 | 'kind':'limit','id':'hba1c','comparison':'above','number':8,'quote':'A1c shall be above 8'
                    swallowing metformin | 'kind':'has','id':'metformin','quote':'swallowing metformin'
                    swallowing metformin | 'kind':'has','id':'class:biguanide','quote':'swallowing metformin'
                    kidneys gone to 3 | 'kind':'has','id':'chronic-kidney-disease','level':'3','quote':'kidneys gone to 3'
                    """)
    void twins(String message, String json) {
        assertTrue(edit(message, json).isPresent(), message);
    }
}
