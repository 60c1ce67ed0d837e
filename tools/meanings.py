"""What the evidence base says in passing, said outright: whose figure it is, what it counts, and how compound figures come apart."""
import re

# Condition -> (people who have it, the survey population of its computed figures)
PEOPLE = {
    "type-2-diabetes": ("people with type 2 diabetes", "US adults with diagnosed type 2 diabetes"),
    "type-1-diabetes": ("people with type 1 diabetes", "US adults with likely type 1 diabetes (diagnosed before 30, on insulin, no glucose-lowering pills)"),
    "prediabetes": ("people with prediabetes", "US adults with prediabetes by HbA1c, or by fasting glucose where it was measured (in 27 %)"),
    "hypertension": ("people with hypertension", "US adults with hypertension (130/80 or higher, or treated)"),
    "chronic-kidney-disease": ("people with chronic kidney disease", "US adults with chronic kidney disease (eGFR < 60 or UACR >= 30, one measurement)"),
    "heart-failure": ("people with heart failure", "US adults told that they have heart failure"),
    "coronary-artery-disease": ("people with coronary artery disease", "US adults told that they have coronary heart disease or had a heart attack"),
    "atrial-fibrillation": ("people with atrial fibrillation", "US adults taking warfarin or a DOAC (proxy for atrial fibrillation)"),
    "stroke": ("people who had a stroke", "US adults told that they had a stroke"),
    "copd": ("people with COPD", "US adults told that they have COPD, emphysema or chronic bronchitis"),
    "asthma": ("people with asthma", "US adults with current asthma (self-reported)"),
    "obesity": ("people with obesity", "US adults with obesity (BMI >= 30)"),
    "hyperlipidemia": ("people with hyperlipidemia", "US adults with hyperlipidemia"),
    "depression": ("people with depression", "US adults with depression (PHQ-9 >= 10)"),
    "breast-cancer": ("people with breast cancer", "US adults who report breast cancer as their first cancer (survivors)"),
    "lung-cancer": ("people with lung cancer", "US adults who report lung cancer as their first cancer (survivors)"),
    "colorectal-cancer": ("people with colorectal cancer", "US adults who report colorectal cancer as their first cancer (survivors)"),
    "prostate-cancer": ("people with prostate cancer", "US adults who report prostate cancer as their first cancer (survivors)"),
    "dementia": ("people with dementia", "US adults taking a dementia drug (proxy for dementia)"),
    "rheumatoid-arthritis": ("people with rheumatoid arthritis", "US adults who report rheumatoid arthritis"),
    "osteoporosis": ("people with osteoporosis", "US adults taking a bisphosphonate (proxy for osteoporosis)"),
    "gestational-diabetes": ("pregnant women with gestational diabetes", "pregnant US women aged 20-44, with or without diabetes"),
    "sepsis": ("people with sepsis", ""),
    "pneumonia-covid-19": ("people with pneumonia or COVID-19", ""),
    "epilepsy": ("people with epilepsy", "US adults taking an antiepileptic drug (proxy for epilepsy)"),
    "healthy-adults": ("healthy adults", "healthy US adults (no diabetes, hypertension, kidney or heart disease; BMI 18.5-29.9; no current smoking)"),
    "general-population": ("adults", "US adults"),
}

# Published figures whose population the evidence base names only in the source's title.
SOURCE_PEOPLE = {
    "iglay-2016": "US patients with type 2 diabetes in electronic health records (Quintiles)",
    "ndsr-2022-facts": "US adults with diagnosed diabetes",
    "limonte-2022": "US adults with type 2 diabetes (NHANES)",
    "zoppini-2012": "adults with type 2 diabetes and preserved kidney function (cohort of 1,682)",
    "egfr-newt2d": "adults with newly diagnosed type 2 diabetes (cohort of 410)",
    "godarts-2018": "adults with type 2 diabetes (real-world cohorts)",
    "zhang-dr-2010": "US adults 40+ with diabetes",
    "fonseca-2009": "adults with impaired fasting glucose",
}
SOURCE_PERIOD = {
    "iglay-2016": "published 2016", "ndsr-2022-facts": "published 2022", "zhang-dr-2010": "2005-2008", "limonte-2022": "2017-2020",
}

# Survey variable -> concept
VARIABLE_CONCEPT = {
    "ckd": "chronic-kidney-disease", "copd_any": "copd", "asthma_current": "asthma", "depression_phq9_10": "depression", "heart_failure": "heart-failure",
    "hyperlipidemia": "hyperlipidemia", "mi_or_chd": "coronary-artery-disease", "obesity": "obesity", "stroke": "stroke", "rheumatoid_arthritis": "rheumatoid-arthritis",
    "t2dm_diagnosed": "type-2-diabetes",
}
VARIABLE_WORDS = {"t2dm_diagnosed": "type 2 diabetes", "hypertension_140_90": "hypertension (>= 140/90 or treated)"}
PLAIN_CONCEPT = {
    "hypertension": "hypertension", "hyperlipidemia": "hyperlipidemia", "chronic kidney disease": "chronic-kidney-disease", "heart failure": "heart-failure", "depression": "depression",
    "atrial fibrillation": "atrial-fibrillation", "COPD": "copd", "CKD": "chronic-kidney-disease", "CAD": "coronary-artery-disease", "obesity": "obesity", "osteoporosis": "osteoporosis",
}
READABLE = {"A1": "albuminuria A1 (UACR < 30)", "A2": "albuminuria A2 (UACR 30-300)", "A3": "albuminuria A3 (UACR > 300)",
            "G2": "CKD stage G2", "G3a": "CKD stage G3a", "G3b": "CKD stage G3b", "G4": "CKD stage G4", "G5": "CKD stage G5"}

# Survey definition behind a computed prevalence -> (what is counted, whether it is the condition itself, how it was asked or measured)
DEFINITION = {
    "dm_diagnosed": ("diagnosed diabetes of any type", False, "told by a doctor"),
    "prediabetes_lab": ("prediabetes", True, "HbA1c 5.7-6.4 % or fasting glucose 100-125 mg/dL, no diabetes"),
    "hypertension": ("hypertension", True, "130/80 mmHg or higher, or told and taking medication"),
    "ckd": ("chronic kidney disease", True, "eGFR < 60 mL/min/1.73m2 or UACR >= 30 mg/g, one measurement"),
    "heart_failure": ("heart failure", True, "told by a doctor"), "mi_or_chd": ("coronary heart disease or myocardial infarction", True, "told by a doctor"),
    "stroke": ("stroke", True, "told by a doctor"), "copd_any": ("COPD, emphysema or chronic bronchitis", True, "told by a doctor"), "asthma_current": ("current asthma", True, "self-reported"),
    "obesity": ("obesity", True, "BMI >= 30 kg/m2, measured"), "hyperlipidemia": ("hyperlipidemia", True, "survey definition"), "depression_phq9_10": ("depression", True, "PHQ-9 >= 10"),
    "rheumatoid_arthritis": ("rheumatoid arthritis", True, "self-reported; overstates confirmed disease"),
}

# drug_class of the evidence -> (concept, readable words)
DRUG = {
    "metformin": ("metformin", "metformin"), "ezetimibe": ("ezetimibe", "ezetimibe"), "clopidogrel": ("clopidogrel", "clopidogrel"), "warfarin": ("warfarin", "warfarin"),
    "levothyroxine": ("levothyroxine", "levothyroxine"), "bupropion": ("bupropion", "bupropion"), "albuterol": ("albuterol", "albuterol"), "montelukast": ("montelukast", "montelukast"),
    "allopurinol": ("allopurinol", "allopurinol"), "thiazide": ("class:thiazide-diuretic", "thiazide diuretic"), "SSRI/SNRI": ("class:ssri", "SSRI or SNRI"),
    "gabapentinoid": ("class:anticonvulsant-neuropathic", "gabapentinoid"), "inhaled steroid": ("class:ics", "inhaled steroid"), "basal insulin": ("class:insulin-basal", "basal insulin"),
    "bp med use": ("class:antihypertensive", "any blood pressure drug"), "bp med ace": ("class:ace-inhibitor", "ACE inhibitor"), "bp med angioten": ("class:arb", "ARB"),
    "bp med beta": ("class:beta-blocker", "beta blocker"), "bp med ccb": ("class:calcium-channel-blocker", "calcium channel blocker"), "bp med diur thz": ("class:thiazide-diuretic", "thiazide diuretic"),
    "bp med diur loop": ("class:loop-diuretic", "loop diuretic"), "bp med aldo": ("class:mineralocorticoid-antagonist", "mineralocorticoid antagonist"),
    "chol med use": ("class:lipid-lowering-drug", "any lipid-lowering drug"), "chol med statin": ("class:statin", "statin"), "chol med ezetimibe": ("ezetimibe", "ezetimibe"),
    "chol med fibric acid": ("class:fibrate", "fibrate"), "chol med atorvastatin": ("atorvastatin", "atorvastatin"), "chol med simvastatin": ("simvastatin", "simvastatin"),
    "chol med rosuvastatin": ("rosuvastatin", "rosuvastatin"), "chol med pravastatin": ("pravastatin", "pravastatin"),
}

# "what" of a drug class figure -> (population, or None for the survey population of the condition; period; note)
WHAT = {
    "% of persons with a prescription in the past 30 days, NHANES 2011-2014": (None, "2011-2014", "prescription drugs taken in the past 30 days"),
    "% of persons, NHANES 2011-Mar2020 (classes as compiled by cardioStatsUSA)": (None, "2011-Mar2020", "classes as compiled by cardioStatsUSA"),
    "% of treated, commercial claims 2019": ("US patients treated for type 2 diabetes, commercial claims", "2019", "share of treated patients"),
    "% of treated, commercial 2019": ("US patients treated for type 2 diabetes, commercial claims", "2019", "share of treated patients"),
    "% of treated, Medicare claims 2019": ("US patients treated for type 2 diabetes, Medicare claims", "2019", "share of treated patients"),
    "% of treated, Medicare 2019": ("US patients treated for type 2 diabetes, Medicare claims", "2019", "share of treated patients"),
    "% of adults with T2DM, NHANES 2017-2020": ("US adults with type 2 diabetes", "2017-2020", "NHANES"),
    "% of medicated adults with diabetes, 2017-2020": ("US adults with diabetes who take medication", "2017-2020", "NHANES; share of medicated adults"),
    "% of adults with T2DM, 2023-2024": ("US adults with type 2 diabetes", "2023-2024", ""),
}

# Compound figures, part by part: (condition, name) -> [(kind or None, about, value, unit)]
def _parts(kind, head, names, values, unit):
    return [(kind, f"{head}{n}", v, unit) for n, v in zip(names, values)]


LRD = ("localised", "regional", "distant")
COMPOUND = {
    ("type-2-diabetes", "share of rapid (<= -3) / moderate / slow decliners"):
        _parts(None, "eGFR decline: share of ", ("rapid decliners (<= -3 mL/min/1.73m2/year)", "moderate decliners", "slow decliners"), (11.4, 27.3, 61.3), "%"),
    ("type-2-diabetes", "peripheral artery disease"):
        _parts(None, "peripheral artery disease, ", ("lowest published share", "highest published share"), (20, 28), "%"),
    ("type-2-diabetes", "SGLT2 inhibitor effect: HbA1c / weight / SBP"):
        [(None, "SGLT2 inhibitor effect on HbA1c", -0.7, "% points"), (None, "SGLT2 inhibitor effect on weight", -2.5, "kg"), (None, "SGLT2 inhibitor effect on SBP", -4, "mmHg")],
    ("type-2-diabetes", "GLP-1 RA (semaglutide 1 mg) effect: HbA1c / weight"):
        [(None, "GLP-1 RA (semaglutide 1 mg) effect on HbA1c", -1.5, "% points"), (None, "GLP-1 RA (semaglutide 1 mg) effect on weight", -5, "kg")],
    ("type-2-diabetes", "tirzepatide effect: HbA1c / weight"):
        [(None, "tirzepatide effect on HbA1c", -2.1, "% points"), (None, "tirzepatide effect on weight", -9, "kg")],
    ("hypertension", "ACE inhibitor / CCB / thiazide effect on SBP"):
        [(None, d + " effect on SBP", v, "mmHg") for d, v in (("ACE inhibitor", -9), ("calcium channel blocker", -10), ("thiazide", -9))],
    ("stroke", "30-day case fatality ischaemic / haemorrhagic"):
        _parts("MORTALITY", "30-day case fatality, ", ("ischaemic", "haemorrhagic"), (12, 40), "%"),
    ("hyperlipidemia", "moderate / high-intensity statin effect on LDL"):
        [(None, "moderate-intensity statin effect on LDL", -35, "% of LDL"), (None, "high-intensity statin effect on LDL", -50, "% of LDL")],
    ("breast-cancer", "5-year survival localised / regional / distant"): _parts(None, "5-year survival, ", LRD, (100, 87, 32), "%"),
    ("lung-cancer", "5-year survival localised / regional / distant"): _parts(None, "5-year survival, ", LRD, (64, 37, 9), "%"),
    ("colorectal-cancer", "5-year survival localised / regional / distant"): _parts(None, "5-year survival, ", LRD, (91, 74, 16), "%"),
    ("prostate-cancer", "5-year survival localised / regional / distant"): _parts(None, "5-year survival, ", LRD, (100, 100, 37), "%"),
    ("breast-cancer", "stage at diagnosis localised / regional / distant"): _parts("STAGE", "stage at diagnosis: ", LRD, (64, 28, 6), "%"),
    ("lung-cancer", "stage localised / regional / distant"): _parts("STAGE", "stage at diagnosis: ", LRD, (27, 21, 48), "%"),
    ("colorectal-cancer", "stage localised / regional / distant"): _parts("STAGE", "stage at diagnosis: ", LRD, (34, 37, 22), "%"),
    ("prostate-cancer", "stage localised / regional / distant"): _parts("STAGE", "stage at diagnosis: ", LRD, (69, 14, 8), "%"),
    ("breast-cancer", "ER+ / HER2+ / triple-negative share"): _parts("STAGE", "", ("ER-positive", "HER2-positive", "triple-negative"), (79, 14, 11), "%"),
    ("dementia", "median survival after diagnosis"):
        _parts(None, "median survival after diagnosis, ", ("lowest published", "highest published"), (4, 8), "years"),
    ("rheumatoid-arthritis", "radiographic progression (mTSS) untreated / treated"): _parts(None, "radiographic progression (mTSS), ", ("untreated", "treated"), (5, 1), "points/year"),
    ("pneumonia-covid-19", "in-hospital mortality CAP / COVID-19 (2020)"):
        _parts("MORTALITY", "in-hospital mortality, ", ("community-acquired pneumonia", "COVID-19 (2020)"), (6, 15), "%"),
    ("sepsis", "source lung / urinary / gut / skin"): _parts("STAGE", "source of infection: ", ("lung", "urinary tract", "gut", "skin"), (35, 25, 11, 11), "%"),
    ("type-2-diabetes", "India: aware / treated / controlled"):
        _parts(None, "", ("aware of their diabetes", "treated", "controlled"), (45.8, 36.1, 15.7), "%"),
    ("type-2-diabetes", "China, outpatients with T2DM: median age / duration"): _parts(None, "", ("median age", "median duration of diabetes"), (63, 6.18), "years"),
    ("type-2-diabetes", "China, T2DM: hypertension / overweight-obesity / hyperlipidemia / CVD / renal / retinopathy / neuropathy"):
        _parts(None, "", ("hypertension", "overweight or obesity", "hyperlipidemia", "cardiovascular disease", "kidney disease", "retinopathy", "neuropathy"),
               (59.9, 58.3, 42.0, 14.9, 14.4, 16.5, 15.2), "%"),
    ("type-2-diabetes", "China, adults 18+, diabetes / prediabetes"): _parts(None, "", ("diabetes of any type", "prediabetes"), (12.4, 38.1), "%"),
    ("type-2-diabetes", "China: aware / treated / controlled (of treated, HbA1c < 7)"):
        _parts(None, "", ("aware of their diabetes", "treated", "controlled (of treated, HbA1c < 7 %)"), (36.7, 32.9, 50.1), "%"),
    ("type-2-diabetes", "England and Wales, registered diabetes / type 2 / type 1"):
        _parts(None, "registered ", ("diabetes of any type", "type 2 diabetes", "type 1 diabetes"), (4.87, 4.38, 0.4), "%"),
    ("type-2-diabetes", "Germany, T2DM mean HbA1c / BMI"): [(None, "mean HbA1c", 7.0, "%"), (None, "mean BMI", 31, "kg/m2")],
    ("type-2-diabetes", "India, T2DM mean BMI / HbA1c / age at diagnosis"): [(None, "mean BMI", 25.5, "kg/m2"), (None, "mean HbA1c", 8.3, "%"), (None, "mean age at diagnosis", 44, "years")],
    ("type-2-diabetes", "China, T2DM mean BMI / HbA1c"): [(None, "mean BMI", 24.8, "kg/m2"), (None, "mean HbA1c", 7.6, "%")],
}

# International rows: group -> (population, about)
INTERNATIONAL = {
    "India, adults 18-69, diabetes": ("adults 18-69, India", "diabetes of any type"), "India: aware / treated / controlled": ("adults 18-69 with diabetes, India", ""),
    "India (ICMR-INDIAB), adults 20+": ("adults 20+, India", "diabetes of any type"), "China, outpatients with T2DM: median age / duration": ("outpatients with type 2 diabetes, China", ""),
    "China, T2DM: hypertension / overweight-obesity / hyperlipidemia / CVD / renal / retinopathy / neuropathy": ("outpatients with type 2 diabetes, China", ""),
    "China, adults 18+, diabetes / prediabetes": ("adults 18+, China", ""), "China: aware / treated / controlled (of treated, HbA1c < 7)": ("adults with diabetes, China", ""),
    "England and Wales, registered diabetes / type 2 / type 1": ("registered persons, England and Wales", ""), "UK, registered diabetes 17+": ("persons 17+, UK", "registered diabetes of any type"),
    "UK, T2DM mean HbA1c": ("people with type 2 diabetes, UK", "mean HbA1c"), "UK, T2DM mean BMI": ("people with type 2 diabetes, UK", "mean BMI"),
    "Germany, adults, diagnosed diabetes": ("adults, Germany", "diagnosed diabetes of any type"), "Germany, T2DM mean HbA1c / BMI": ("people with type 2 diabetes, Germany", ""),
    "India, T2DM mean BMI / HbA1c / age at diagnosis": ("people with type 2 diabetes, India", ""), "China, T2DM mean BMI / HbA1c": ("people with type 2 diabetes, China", ""),
    "UK (England), adults": ("adults, England", "hypertension"), "Germany, adults": ("adults, Germany", "hypertension"), "India, adults": ("adults, India", "hypertension"), "China, adults": ("adults, China", "hypertension"),
}

# Published prevalence rows that the general rule below would misread: (condition, group) -> (kind, subject or not, about, population, stratum)
ODD_PREVALENCE = {
    ("type-2-diabetes", "type 2, adults 20+"): ("PREVALENCE", True, "diagnosed type 2 diabetes", "US adults 20+", "all"),
    ("type-2-diabetes", "share of diagnosed diabetes that is type 2"): ("DEMOGRAPHIC", False, "share that is type 2", "US adults with diagnosed diabetes", "all"),
    ("type-1-diabetes", "share of diagnosed adult diabetes"): ("DEMOGRAPHIC", False, "share that is type 1", "US adults with diagnosed diabetes", "all"),
    ("prediabetes", "aware of it"): ("COMORBIDITY", False, "aware of it", "US adults with prediabetes", "all"),
    ("hypertension", "aware"): ("COMORBIDITY", False, "aware of it", "US adults with hypertension", "all"),
    ("hypertension", "on medication"): ("COMORBIDITY", False, "on medication", "US adults with hypertension", "all"),
    ("hypertension", "controlled < 130/80"): ("COMORBIDITY", False, "controlled, < 130/80 mmHg", "US adults with hypertension", "all"),
    ("chronic-kidney-disease", "unaware"): ("COMORBIDITY", False, "unaware of it", "US adults with chronic kidney disease", "all"),
    ("heart-failure", "adults 20+, low"): ("PREVALENCE", True, "heart failure, lowest estimate", "US adults 20+", "all"),
    ("heart-failure", "adults 20+, high"): ("PREVALENCE", True, "heart failure, highest estimate", "US adults 20+", "all"),
    ("heart-failure", "lifetime risk"): ("INCIDENCE", True, "lifetime risk of heart failure", "US adults", "all"),
    ("coronary-artery-disease", "MI, adults 18+ (BRFSS)"): ("PREVALENCE", False, "myocardial infarction (BRFSS)", "US adults 18+", "all"),
    ("atrial-fibrillation", "diagnosed, adults"): ("PREVALENCE", True, "diagnosed atrial fibrillation", "US adults", "all"),
    ("atrial-fibrillation", "adults in hospital-based care, California"): ("PREVALENCE", True, "atrial fibrillation", "adults in hospital-based care, California", "all"),
    ("stroke", "adults 18+ (BRFSS)"): ("PREVALENCE", True, "stroke (BRFSS)", "US adults 18+", "all"),
    ("copd", "adults 18+, age-standardised (BRFSS)"): ("PREVALENCE", True, "COPD, age-standardised (BRFSS)", "US adults 18+", "all"),
    ("obesity", "severe (BMI >= 40)"): ("PREVALENCE", False, "severe obesity (BMI >= 40)", "US adults 20+", "all"),
    ("hyperlipidemia", "total cholesterol >= 240, adults 20+"): ("PREVALENCE", False, "total cholesterol >= 240 mg/dL", "US adults 20+", "all"),
    ("hyperlipidemia", "HDL < 40"): ("PREVALENCE", False, "HDL cholesterol < 40 mg/dL", "US adults 20+", "all"),
    ("hyperlipidemia", "HDL < 40, men"): ("PREVALENCE", False, "HDL cholesterol < 40 mg/dL", "US adults 20+", "sex: male"),
    ("hyperlipidemia", "HDL < 40, women"): ("PREVALENCE", False, "HDL cholesterol < 40 mg/dL", "US adults 20+", "sex: female"),
    ("depression", "PHQ-9 >= 10, 12+"): ("PREVALENCE", True, "depression (PHQ-9 >= 10)", "US adolescents and adults 12+", "all"),
    ("dementia", "Alzheimer's dementia, 65+"): ("PREVALENCE", True, "Alzheimer's dementia", "US adults 65+", "all"),
    ("rheumatoid-arthritis", "any arthritis, adults 18+"): ("PREVALENCE", False, "arthritis of any kind", "US adults 18+", "all"),
    ("rheumatoid-arthritis", "confirmed RA, adults"): ("PREVALENCE", True, "confirmed rheumatoid arthritis", "US adults", "all"),
    ("rheumatoid-arthritis", "female share"): ("DEMOGRAPHIC", False, "female share", "people with rheumatoid arthritis", "sex: female"),
    ("osteoporosis", "low bone mass 50+"): ("PREVALENCE", False, "low bone mass", "US adults 50+", "all"),
    ("osteoporosis", "50+, age-adjusted"): ("PREVALENCE", True, "osteoporosis, age-adjusted", "US adults 50+", "all"),
    ("gestational-diabetes", "per 100 births"): ("PREVALENCE", True, "gestational diabetes", "US births", "all"),
    ("gestational-diabetes", "NH Asian"): ("PREVALENCE", True, "gestational diabetes", "US births", "race: NH Asian"),
    ("gestational-diabetes", "NH Black"): ("PREVALENCE", True, "gestational diabetes", "US births", "race: NH Black"),
    ("gestational-diabetes", "gestational"): ("PREVALENCE", True, "gestational diabetes", "US births", "all"),
    ("gestational-diabetes", "preexisting diabetes"): ("PREVALENCE", False, "preexisting diabetes", "US births", "all"),
    ("sepsis", "cases per year"): ("INCIDENCE", True, "cases of sepsis per year", "US", "all"),
    ("sepsis", "deaths per year"): ("MORTALITY", True, "deaths per year", "US patients with sepsis", "all"),
    ("sepsis", "adult in-hospital mortality, severe sepsis"): ("MORTALITY", True, "in-hospital mortality", "US adults with severe sepsis", "all"),
    ("sepsis", "chronic disease or recent care contact"): ("COMORBIDITY", False, "chronic disease or recent care contact", "US patients with sepsis", "all"),
    ("sepsis", "source lung / urinary / gut / skin"): ("STAGE", True, "", "US patients with sepsis", "all"),
    ("pneumonia-covid-19", "CAP hospitalisation, adults"): ("INCIDENCE", True, "hospitalisation for community-acquired pneumonia", "US adults", "all"),
    ("pneumonia-covid-19", "CAP hospitalisation, 80+"): ("INCIDENCE", True, "hospitalisation for community-acquired pneumonia", "US adults", "age: 80+"),
    ("epilepsy", "active, adults"): ("PREVALENCE", True, "active epilepsy", "US adults", "all"),
    ("epilepsy", "inactive, adults"): ("PREVALENCE", False, "inactive epilepsy", "US adults", "all"),
}
CANCER = {  # group of the four cancers -> (kind, about, population words)
    "incidence": ("INCIDENCE", "incidence", "US", "all"), "incidence, women": ("INCIDENCE", "incidence", "US women", "all"), "incidence, men": ("INCIDENCE", "incidence", "US men", "all"),
    "5-year relative survival": ("PROGRESSION", "5-year relative survival", "", "all"), "lifetime risk, women": ("INCIDENCE", "lifetime risk", "US women", "all"),
    "median age at diagnosis": ("DEMOGRAPHIC", "median age at diagnosis", "", "all"),
}
ANY_DIABETES = {"nchs-db516", "ndsr-appendix", "ndsr-2024"}


def stratum(group, level=None):
    """"sex*age: male|65+" -> "sex: male, age: 65+"; "age10: 60-69" -> "age: 60-69"."""
    if level is None:
        if ":" not in group:
            return "all"
        group, level = (s.strip() for s in group.split(":", 1))
    if "*" in group:
        names = ["age" if n.startswith("age") else n for n in group.split("*")]
        return ", ".join(f"{n}: {v}" for n, v in zip(names, level.split("|")))
    name = {"race_eth": "race", "age10": "age"}.get(group, group)
    return "all" if group == "all" else f"{name}: {level}"


def prevalence(condition, name, group, source):
    """(kind, whether the condition itself is counted, about, population, stratum) of a published prevalence row."""
    if (condition, group) in ODD_PREVALENCE:
        return ODD_PREVALENCE[condition, group]
    if condition.endswith("-cancer") and group in CANCER:
        kind, about, population, s = CANCER[group]
        return kind, True, f"{about} of {name.lower()}" if kind == "INCIDENCE" else about, population or PEOPLE[condition][0] + ", US", s
    population, about, strata, itself = "US adults", name[0].lower() + name[1:], [], True
    if condition == "dementia":
        about = "Alzheimer's dementia"
    if condition == "type-2-diabetes" and source in ANY_DIABETES:
        about, itself = "diabetes of any type", False
    if condition == "hyperlipidemia":
        about, itself, population = "total cholesterol >= 240 mg/dL", False, "US adults 20+"
    if condition == "copd":
        about = "COPD"
    extra = []
    for part in (p.strip() for p in group.split(",")):
        m = re.fullmatch(r"(men|women)?\s*(NH White|NH Black|NH Asian|Hispanic)?\s*(?:age )?(\d+-\d+|\d+\+)?", part)
        if m and any(m.groups()):
            if m[1]: strata.append("sex: " + ("male" if m[1] == "men" else "female"))
            if m[2]: strata.append("race: " + m[2])
            if m[3]: strata.append("age: " + m[3])
        elif re.fullmatch(r"adults( \d+\+)?", part):
            population = "US " + part
        elif part in ("children", "youths"):
            population = "US " + part
        elif part == "US population":
            population = "US population"
        elif part.startswith("BMI"):
            strata.append("BMI: " + part[4:])
        elif part in ("diagnosed", "undiagnosed", "total", "total diabetes", "all diabetes", "age-adjusted"):
            if part in ("diagnosed", "undiagnosed"):
                about = part + " " + about
            elif part == "age-adjusted":
                extra.append(part)
        else:
            raise SystemExit(f"prevalence group not understood: {condition}: {group}")
    return "PREVALENCE", itself, ", ".join([about] + extra), population, ", ".join(strata) or "all"


def unit_and_note(unit):
    """"mL/min/1.73m2/year (SD 2.23)" -> unit, standard error or None, note."""
    known = {"per 1000 per year (2020)": ("per 1000 per year", None, "2020"), "million (more than)": ("million", None, "more than"), "": ("persons", None, ""),
             "mL/min/1.73m2/year slower": ("mL/min/1.73m2/year", None, "decline slower by"), "%/year in the first 2 years": ("%/year", None, "in the first 2 years"),
             "% body weight at 68 weeks": ("% of body weight", None, "at 68 weeks"), "% body weight at 72 weeks": ("% of body weight", None, "at 72 weeks"), "% LDL": ("% of LDL", None, ""),
             "% prevalent": ("%", None, "prevalent"), "% ever": ("%", None, "ever"), "% of patients": ("%", None, "of patients"), "% of hospitalised": ("%", None, "of those in hospital"),
             "% of births": ("%", None, ""), "% of hypertension": ("%", None, ""), "% of CKD": ("%", None, ""), "% of those with prediabetes": ("%", None, ""), "% of diabetes": ("%", None, ""),
             "per 1000": ("per 1000 persons", None, "")}
    if unit in known:
        return known[unit]
    m = re.fullmatch(r"(.*?)\s*\((.*)\)", unit)
    if not m:
        return unit, None, ""
    se = re.fullmatch(r"SE ([\d.]+)", m[2])
    return m[1], (float(se[1]) if se else None), ("" if se else m[2])
