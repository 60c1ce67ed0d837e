#!/usr/bin/env python3
"""Layout of the OMOP CDM and verified concept ids -> resources of core.

  tools/import_omop.py FOLDER      FOLDER holds OMOP_CDMv5.4_Field_Level.csv, OMOP_CDMv5.4_Concept_Level.csv and concepts_seen.csv
"""
import csv
import pathlib
import sys

TABLES = ("person observation_period visit_occurrence condition_occurrence drug_exposure procedure_occurrence measurement observation death "
          "location care_site provider cdm_source drug_era condition_era concept").split()
OUT = pathlib.Path(__file__).resolve().parent.parent / "core/src/main/resources/org/anamnesis/export/omop"


def write(name, comment, rows):
    text = "# " + comment + "\n" + "".join("\t".join(r) + "\n" for r in rows)
    (OUT / name).write_text(text, encoding="utf-8")


def main():
    folder = pathlib.Path(sys.argv[1])
    OUT.mkdir(parents=True, exist_ok=True)
    with open(folder / "OMOP_CDMv5.4_Field_Level.csv", encoding="utf-8-sig", newline="") as f:
        described = list(csv.DictReader(f))
        fields = [(r["cdmTableName"].lower(), r["cdmFieldName"].strip('"').lower(), r["cdmDatatype"].lower(),
                   "required" if r["isRequired"] == "Yes" else "") for r in described]
    write("cdm54.tsv", "OMOP CDM 5.4 (OHDSI CommonDataModel, Apache-2.0): table, column, type, required",
          [r for t in TABLES for r in fields if r[0] == t])
    write("cdm54keys.tsv", "foreign keys of the OMOP CDM 5.4 (OHDSI CommonDataModel, Apache-2.0): table, column, table referred to, domain",
          [(r["cdmTableName"].lower(), r["cdmFieldName"].strip('"').lower(), r["fkTableName"].lower(),
            "" if r["fkDomain"] == "NA" else r["fkDomain"].strip())
           for r in described if r["isForeignKey"] == "Yes"])
    with open(folder / "OMOP_CDMv5.4_Concept_Level.csv", encoding="utf-8-sig", newline="") as f:
        judged = [r for r in csv.DictReader(f) if r["plausibleGender"] or r["plausibleUnitConceptIds"]]
    write("cdm54plausible.tsv", "plausible sex and units by concept (OHDSI DataQualityDashboard 2.8.4, Apache-2.0): table, column, concept, name, "
          "sex, units, per cent that may fail",
          [(r["cdmTableName"].lower(), r["cdmFieldName"].lower(), r["conceptId"], r["conceptName"], r["plausibleGender"],
            r["plausibleUnitConceptIds"].replace(" ", ""), r["plausibleGenderThreshold"] or r["plausibleUnitConceptIdsThreshold"])
           for r in judged])
    with open(folder / "concepts_seen.csv", encoding="utf-8-sig", newline="") as f:
        seen = list(csv.DictReader(f))
    write("concepts.tsv",
          "concept ids seen in repositories of OHDSI (Apache-2.0): vocabulary, code, id, name, domain, standard, maps to, repositories",
          [(r["vocabulary_id"], r["concept_code"], r["concept_id"], r["concept_name"], r["domain_id"], r["standard_concept"],
            r["maps_to_concept_id"], str(len(r["seen_in"].split(";")))) for r in seen])


if __name__ == "__main__":
    main()
