"""Which syllables Vietnamese writing allows: onset, rime and tone, built from a small table.

The table is the structure of the written language (which onset stands before which vowel letter, which rimes
there are, that a rime ending in c, ch, p, t takes sắc or nặng alone), not a list of words: it knows what
cannot be, not what means something.
"""

from __future__ import annotations

import functools
import itertools
import re
import unicodedata

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_STOPPED = ("c", "ch", "p", "t")
_STOPPED_TONES = ("\u0301", "\u0323")
#: Rimes by the letter their vowel begins with; "q" takes those of :data:`_ROUND`.
_RIMES = (
    "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây "
    "e ec em en eng eo ep et ê êch êm ên ênh êp êt êu êng êc "
    "i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu y yêm yên yêng yêt yêu "
    "o oc oi om on ong op ot ooc oong ô ôc ôi ôm ôn ông ôp ôt ôông ơ ơi ơm ơn ơp ơt "
    "u ua uc ui um un ung up ut uôc uôi uôm uôn uông uôp uôt "
    "ư ưa ưc ưi ưm ưn ưng ưp ưt ưu ươc ươi ươm ươn ương ươp ươt ươu "
    "oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăp oăt "
    "oe oem oen oeo oet uăng uân uâng uât uây uê uêch uên uênh uêu uơ uơn "
    "uy uya uych uyn uynh uyp uyt uyu uyên uyêt"
)
_ROUND = (
    "ua uac uach uai uam uan uang uanh uao uau uap uat uay uăc uăm uăn uăng uăp uăt uân uâng uât uây "
    "uip ue uen ueng ueo uet uê uên uênh uêt uêch uêu ui uit uơ uơi uơn uơt "
    "uy uych uyn uynh uyp uyt uyu uyên uyêt uôc uôt uich uin uinh uiên"
)
_FRONT = "eêiy"
#: Those before any vowel; those before e, ê, i, y alone; those before the others.
_ONSETS = ("b d đ h l m n nh p ph r s t th tr v x ch kh", "k gh ngh", "c g ng")
_VOWELS = "aăâeêioôơuưy"
#: At the end of a syllable these carry the tone on the first letter or on the second.
_EITHER = ("oa", "oe", "uy")


def is_syllable(word: str) -> bool:
    """Whether ``word`` (NFC, small or capital letters) can be a written Vietnamese syllable."""
    return _marked(word.lower()) in _syllables()


def is_shape(word: str) -> bool:
    """Whether the letters of ``word``, whatever their marks, can be those of a Vietnamese syllable."""
    return _bare(word.lower()) in _shapes()


def tone_in_place(word: str) -> str:
    """``word``, a written syllable, with its tone on the letter that carries it; ``word`` itself when it is.

    Both ways of the open "oa", "oe", "uy" are right ("hòa", "hoà"; "thủy", "thuỷ").
    """
    base = _marked(word.lower())
    if base not in _syllables() or base[-1] not in _TONES:
        return word
    letters, tone = base[:-1], base[-1]
    apart = unicodedata.normalize("NFD", word)
    plain = unicodedata.normalize("NFC", "".join(sign for sign in apart if sign not in _TONES))
    written = [
        unicodedata.normalize("NFC", plain[: at + 1] + tone + plain[at + 1 :]) for at in _carriers(letters)
    ]
    return word if unicodedata.normalize("NFC", word) in written else written[0]


@functools.lru_cache(maxsize=4096)
def _carriers(letters: str) -> tuple[int, ...]:
    """Where the tone may stand in a syllable without it, the first one best."""
    onset = re.match(rf"qu(?=[{_VOWELS}])|gi(?=[{_VOWELS}])|[^{_VOWELS}]*", letters)
    start = onset.end() if onset else 0
    vowels = re.match(rf"[{_VOWELS}]*", letters[start:])
    end = start + (len(vowels[0]) if vowels else 0)
    marked = [at for at in range(start, end) if letters[at] in "ăâêôơư"]
    if marked:
        return (marked[-1],)
    if end - start == 1:
        return (start,)
    if end < len(letters) or end - start == 3:
        return (start + 1,)
    return (start, start + 1) if letters[start:end] in _EITHER else (start,)


def split_joined(word: str) -> tuple[str, str] | None:
    """The two syllables that ``word`` consists of when a space was left out: "độngtrang".

    Of several ways to part it the one with the longest second syllable that begins with a consonant.
    """
    for at in range(2, len(word) - 1):
        first, second = word[:at], word[at:]
        if second[0] not in _VOWELS and is_syllable(first) and is_syllable(second):
            return first, second
    return None


def _marked(word: str) -> str:
    """The letters of a syllable with its tone at the end; the place of the tone does not count."""
    apart = unicodedata.normalize("NFD", word)
    tones = [sign for sign in apart if sign in _TONES]
    letters = unicodedata.normalize("NFC", "".join(sign for sign in apart if sign not in _TONES))
    return letters + "".join(tones)


def _bare(word: str) -> str:
    apart = unicodedata.normalize("NFD", word)
    return re.sub("[\u0300-\u036f]", "", apart).replace("đ", "d")


@functools.cache
def _syllables() -> frozenset[str]:
    return frozenset(base + tone for base in _bases() for tone in _tones_of(base))


@functools.cache
def _shapes() -> frozenset[str]:
    return frozenset(map(_bare, _bases()))


def _tones_of(base: str) -> tuple[str, ...]:
    return _STOPPED_TONES if base.endswith(_STOPPED) else ("", *_TONES)


def _bases() -> frozenset[str]:
    """Every syllable without its tone."""
    anywhere, front, back = map(str.split, _ONSETS)
    found = set(_RIMES.split())
    for rime in _RIMES.split():
        found.update(onset + rime for onset in (front if rime[0] in _FRONT else back))
        found.update(onset + rime for onset in anywhere if not rime.startswith("yê"))
        if rime[0] == "i":  # gì, gìn, giêng: the i of "gi" is the vowel
            found.add("g" + rime)
        else:
            found.add("gi" + rime)
    found.update(onset + rime for onset, rime in itertools.product(("q",), _ROUND.split()))
    return frozenset(found)
