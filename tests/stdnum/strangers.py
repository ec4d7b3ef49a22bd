"""Numbers and people that nobody here made up: the examples in python-stdnum's own documentation, of
every country, and Faker's French people. Foreign numbers must not pass for French ones."""

import importlib
import pathlib
import pkgutil
import random
import re
import os
import sys

import stdnum
from common import ask, spaced, write
from compare import iban_reason, rib_key
from faker import Faker
from stdnum import iban
from stdnum.fr import nif

# The detectors were corrected on what was missed with seed 20261124; this one was only counted.
SEED = 20261126
MONTHS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
EACH = 1000
# What a foreign number must never be taken for, unless it is one: an account is an account anywhere.
FRENCH = {"nir", "spi", "mobile", "dossier", "piece", "code", "carte"}
OURS = {"fr.nir": "nir", "fr.nif": "spi", "fr.siren": "siren", "fr.siret": "siret", "luhn": "luhn", "iban": "iban"}


def documented():
    """(module, number, right or not or unsaid) out of every call in the documentation of a module."""
    call = re.compile(r">>> (\w+)\('([^']+)'.*\)\n(.*)")
    for info in pkgutil.walk_packages(stdnum.__path__, "stdnum."):
        try:
            doc = importlib.import_module(info.name).__doc__ or ""
        except Exception:  # a module whose own dependency is missing has no example to give
            continue
        for function, number, answer in call.findall(doc):
            judged = function in ("validate", "is_valid")
            right = not answer.startswith(("Traceback", "False")) if judged else None
            yield info.name.removeprefix("stdnum."), number, right


def is_mobile(number, found):
    """Ten digits that begin with 06 or 07: a French mobile to the letter, whatever the country."""
    return found.startswith("mobile") and re.fullmatch(r"0[67]\d{8}", re.sub(r"\D", "", number))


def tested(folder):
    """The same out of the lists of real numbers that its own tests hold: all are right."""
    block = re.compile(r"numbers = '''\n(.*?)\n\.\.\. '''\n\s*>>> \[x for x in numbers.splitlines\(\) if x and not (\w+)\.", re.S)
    for path in sorted(pathlib.Path(folder).glob("*.doctest")):
        text = path.read_text(encoding="utf-8")
        package = re.search(r"from (stdnum[\w.]*) import", text)
        prefix = package.group(1).removeprefix("stdnum").lstrip(".") if package else ""
        for lines, module in block.findall(text):
            name = f"{prefix}.{module}".lstrip(".")
            for line in lines.split("\n"):
                number = line.removeprefix("...").strip()
                if number:
                    yield name, number, True


def stricter(kind, number):
    """Why the guard refuses a number that stdnum takes."""
    return iban_reason(number) if kind == "iban" else None


def vectors(program, folder):
    rows = list(documented()) + list(tested(folder))
    ours = [(OURS[m], re.sub(r"[ .-]", "", n).upper(), right) for m, n, right in rows if m in OURS and right is not None]
    answers = ask(program, [(kind, number) for kind, number, _ in ours])
    differ = [row for row, answer in zip(ours, answers) if (answer == "yes") != row[2]]
    explained = [row for row in differ if row[2] and stricter(row[0], row[1])]
    wrong = [row for row in differ if row not in explained]
    foreign = [(m, n) for m, n, _ in rows if not m.startswith("fr.") and m not in ("luhn", "iban")]
    answers = ask(program, [("text", number) for _, number in foreign])
    hits = []
    for (module, number), answer in zip(foreign, answers):
        red = [found for found in answer.split() if found.split(":")[1] == "red"]
        hits += [(module, number, f) for f in red if f.split(":")[0] in FRENCH]
    alike = [row for row in hits if is_mobile(row[1], row[2])]
    return rows, ours, explained, wrong, foreign, alike, [row for row in hits if row not in alike]


def by_chance(text, found):
    """Thirteen digits whose key is that of a tax number, as one in 511 has it: nothing tells them apart."""
    return found.startswith("spi") and nif.is_valid(text)


def strangers(program):
    """Foreign numbers from Faker that must stay quiet, or at least not be French and red."""
    rng_seed = SEED
    wanted = []
    for locale, makers in {
        # German phones written as from Germany are French ones to the letter: left out.
        "de_DE": ["license_plate", "postcode", "ssn", "vat_id"],
        "es_ES": ["nif", "nie", "cif", "license_plate", "postcode"],
        "en_US": ["ssn", "itin", "ein", "license_plate", "postcode"],
        "it_IT": ["ssn", "license_plate", "postcode"],
        "nl_NL": ["ssn", "license_plate", "postcode"],
        "pl_PL": ["pesel", "nip", "regon", "license_plate"],
        "en_GB": ["ssn", "license_plate", "postcode"],
        "fr_FR": ["ipv4", "mac_address", "ean13", "isbn13", "uuid4"],
    }.items():
        fake = Faker(locale)
        fake.seed_instance(rng_seed)
        for maker in makers:
            wanted += [(f"{locale}.{maker}", str(getattr(fake, maker)())) for _ in range(200)]
    answers = ask(program, [("text", text.replace("\n", "\u0001")) for _, text in wanted])
    hits = []
    for (source, text), answer in zip(wanted, answers):
        red = [f for f in answer.split() if f.split(":")[1] == "red"]
        hits += [(source, text, f) for f in red if f.split(":")[0] in FRENCH]
    chance = [row for row in hits if by_chance(row[1], row[2])]
    return wanted, chance, [row for row in hits if row not in chance]


def french_people(program):
    """Recall on people that Faker makes up, in sentences of ours."""
    fake = Faker("fr_FR")
    fake.seed_instance(SEED)
    rng = random.Random(SEED)

    def account():
        # Faker draws the key of the RIB too; an account that exists has the right one.
        bban = fake.bban()[:21]
        bban += f"{rib_key(bban):02}"
        return "FR" + iban.calc_check_digits("FR00" + bban) + bban

    def plate():
        # Faker uses letters that no plate has.
        while True:
            text = fake.license_plate()
            department = re.search(r"\d[A-Z]+-?(?:(\d\d\d?)|2[AB])$|-(\d\d)$", text)
            code = next((g for g in department.groups() if g), "75") if department else "75"
            exists = 1 <= int(code) <= 95 or 971 <= int(code) <= 976
            if not re.search("[IOU]|SS", text) and "000" not in text and exists:
                return text

    def birth():
        day = fake.date_of_birth(minimum_age=16)
        return rng.choice([f"{day:%d/%m/%Y}", f"{day:%d.%m.%y}", f"{day.day} {MONTHS[day.month - 1]} {day.year}"])

    sentences = {
        "nom": (
            ["vu avec {} hier", "dossier de {} envoyé", "{} rappellera lundi", "Reçu {} pour la CAF."],
            lambda: rng.choice([fake.name, lambda: f"{fake.first_name()} {fake.last_name()}", lambda: f"Mme {fake.last_name()}"])(),
            {"nom"},
        ),
        "adresse": (
            ["habite {}", "adresse : {}", "{}", "envoyer le courrier au {}"],
            lambda: rng.choice([fake.address, fake.street_address])(),
            {"adresse"},
        ),
        "telephone": (["rappeler au {}", "tel:{}", "{}"], lambda: fake.phone_number(), {"mobile", "telephone", "numero-service"}),
        "mail": (["écrire à {}", "{}", "mail : {}."], lambda: fake.email(), {"mail"}),
        "plaque": (["véhicule {}", "plaque {}", "carte grise du {}"], plate, {"plaque"}),
        "iban": (["IBAN {}", "{}"], account, {"iban"}),
        "nir": (["sécu {}", "{}"], lambda: fake.ssn(), {"nir", "nir-sans-cle"}),
        "carte": (["CB {}", "{}"], lambda: fake.credit_card_number(rng.choice(["visa16", "mastercard", "amex"])), {"carte", "nir"}),
        "siret": (["SIRET {}", "{}"], lambda: fake.siret(), {"siret", "siret-ei"}),
        "naissance": (["née le {}", "DDN {}"], birth, {"naissance"}),
    }
    table = {}
    for kind, (frames, make, kinds) in sentences.items():
        notes = []
        for _ in range(EACH):
            value = make()
            # Civilities are no part of a name.
            bare = re.sub(r"^(Mme|M\.|Mlle|Monsieur|Madame|Mademoiselle|Dr|Pr) ", "", value)
            head, tail = rng.choice(frames).split("{}")
            start = len(head) + len(value) - len(bare)
            notes.append((f"{head}{value}{tail}", start, start + len(bare)))
        answers = ask(program, [("text", text.replace("\n", "\u0001")) for text, _, _ in notes])
        found = 0
        missed = []
        for (text, start, end), answer in zip(notes, answers):
            spans = [f.split(":") for f in answer.split()]
            hit = any(k in kinds for k, _, _ in spans)
            inside = set()
            for _, _, span in spans:
                a, b = map(int, span.split("-"))
                inside.update(range(a, b))
            whole = all(at in inside for at in range(start, end) if text[at].isalnum())
            found += hit and whole
            if not (hit and whole):
                missed.append((text, answer))
        table[kind] = (found, EACH)
        print(f"Faker {kind}: {found}/{EACH}")
        for text, answer in missed[: 6 if "--missed" in sys.argv else 0]:
            print("   ", repr(text), answer)
    return table


def main(program, folder, keep):
    rows, ours, explained, wrong, foreign, alike, hits = vectors(program, folder)
    print(f"stdnum's own examples: {len(rows)}, of which {len(ours)} of our types: {len(explained)} refused for a reason, {len(wrong)} unexplained")
    for row in wrong:
        print("  unexplained:", row)
    print(f"  {len(foreign)} foreign ones, {len(alike)} written as a French mobile is, {len(hits)} more taken for a French red number")
    for row in hits:
        print("  taken:", row)
    wanted, chance, taken = strangers(program)
    print(f"Faker's foreign numbers: {len(wanted)}, {len(chance)} with a tax number's key by chance, {len(taken)} more taken for a French red number")
    for row in taken[:20]:
        print("  taken:", row)
    table = french_people(program)
    if keep:
        people = ", ".join(f"{kind} {found}" for kind, (found, _) in table.items())
        write(
            "strangers.json",
            [
                (
                    "vecteurs externes",
                    f"{spaced(len(ours) + len(foreign))} numéros de la documentation et des tests de python-stdnum : {len(ours)} des types du garde, {len(explained)} refusé pour une raison nommée, {len(wrong)} en désaccord ; {spaced(len(foreign))} d’ailleurs, {len(hits)} pris pour un numéro français rouge, {len(alike)} qui s’écrivent comme un mobile",
                    "≥ 900, tous expliqués",
                ),
                (
                    "numéros étrangers pris pour un numéro français rouge",
                    f"{len(hits) + len(taken)} sur {spaced(len(foreign) + len(wanted))}, hors {len(alike)} qui s’écrivent comme un mobile français et {len(chance)} dont la clé est par hasard celle d’un numéro fiscal",
                    "0",
                ),
                (f"rappel sur des gens que Faker invente, sur {EACH} de chaque", people, "mesuré"),
            ],
            "tests/stdnum/run.sh --write",
        )
    return 1 if wrong or hits or taken else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2], "--write" in sys.argv or bool(os.environ.get("TRUST_FOLDER"))))
