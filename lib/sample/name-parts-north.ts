import type { NameParts } from "@/lib/sample/name-parts";

/** Parts of names in German, Dutch, the Nordic languages, Finnish and English. */
export const NORTHERN_NAME_PARTS = {
  german: {
    givenNames: ["Katrin", "Jürgen", "Anke", "Matthias", "Sabine", "Torsten", "Nadine", "Holger", "Mehmet", "Ulrike"],
    surnames: words(
      "Brandhuber Kesselring Holtkamp Ziegenfuß Wördemann Lütkehaus Steinbrecher Rauschenbach Überschär Pfaffenzeller " +
        "Dünnebier Hagedorn Schöllkopf Grothusen Ellerbrock Weißgerber Niemöller Tannhäuser Obermeier Kranzbühler",
    ),
    places: words("Oberlahn Wesertal Mainspitze Altenried Donaumoos Hunsrück Emsland Lauterach Nordheide Zürichberg"),
    patterns: [
      "{surname} {trade} {form}",
      "{surname} & Söhne {trade} {form}",
      "{place}er {trade} {form}",
      "{trade} {surname} {form}",
      "{surname} & {partner} {form}",
    ],
    forms: ["GmbH", "GmbH & Co. KG", "KG", "AG", "e. K.", "OHG"],
    trades: {
      haulage: ["Spedition", "Kraftverkehr", "Fuhrunternehmen", "Güterfernverkehr"],
      forwarding: ["Seehafenspedition", "Luftfracht", "Zolldienst"],
      warehousing: ["Lagerhaus", "Kontraktlogistik", "Hochregallager"],
      food: ["Feinkost", "Fruchtimport", "Getränkefachgroßhandel"],
      building: ["Baustoffe", "Holzhandel", "Betonfertigteilwerk"],
      machinery: ["Maschinenbau", "Fördertechnik", "Landmaschinen"],
      medical: ["Medizintechnik", "Sanitätsbedarf", "Laborversorgung"],
    },
  },
  dutch: {
    givenNames: ["Maaike", "Joost", "Femke", "Sander", "Anouk", "Pieter", "Lieke", "Wouter"],
    surnames: words(
      "Hoekstra Verbruggen Dijkgraaf Zonneveld Kuipers Oosterhuis Wijnands Claessens Groeneveld Terpstra Schuurmans",
    ),
    places: words("Waalkade Noordpolder Scheldeoord Hazewoud Kempenland Zuiderdiep"),
    patterns: [
      "{surname} {trade} {form}",
      "{trade} {place} {form}",
      "Gebroeders {surname} {form}",
      "Van der {surname} {trade} {form}",
      "{surname}-{partner} {form}",
    ],
    forms: ["B.V.", "N.V.", "V.O.F."],
    trades: {
      haulage: ["Transport", "Wegvervoer"],
      forwarding: ["Expeditie", "Douaneservice"],
      warehousing: ["Opslag", "Distributie"],
      food: ["Versgroothandel", "Aardappelen & Uien"],
      building: ["Bouwstoffen", "Houthandel"],
      machinery: ["Machinefabriek", "Heftechniek"],
      medical: ["Zorglogistiek", "Medische Techniek"],
    },
  },
  nordic: {
    givenNames: ["Astrid", "Søren", "Linnéa", "Håkon", "Maja", "Mikkel", "Sigrid", "Gustav", "Åsa", "Rune"],
    surnames: words(
      "Lindqvist Thorsgård Skovgaard Ekström Haugland Nørregaard Bjerkås Söderlind Kvistad Rønnow Hallberg Åkerblom",
    ),
    places: words("Øresjø Limfjord Vänerkust Bergslag Kattegat Trøndelag Skåneport Møreby"),
    patterns: [
      "{surname} {trade} {form}",
      "{place} {trade} {form}",
      "Brdr. {surname} {form}",
      "{surname} & {partner} {form}",
    ],
    forms: ["A/S", "AB", "ApS", "AS"],
    trades: {
      haulage: ["Åkeri", "Vognmandsforretning", "Transport"],
      forwarding: ["Spedition", "Shipping", "Skibsagentur"],
      warehousing: ["Lager", "Terminal"],
      food: ["Fisk & Frost", "Grossist"],
      building: ["Trælast", "Byggvaror"],
      machinery: ["Maskin", "Kranteknik"],
      medical: ["Medico", "Hälsologistik"],
    },
  },
  finnish: {
    givenNames: ["Aino", "Mikko", "Päivi", "Juhani", "Sanna", "Eero"],
    surnames: words("Mäkikangas Hyvärilä Korpiaho Salmenranta Lehtiö Väisäniemi Ketomäki"),
    places: words("Kymijoki Pohjanranta Saimaansuu Järvilinja Hämeenportti"),
    patterns: ["{trade} {surname} {form}", "{place}n {trade} {form}", "{surname} & {partner} {form}"],
    forms: ["Oy", "Ky"],
    trades: {
      haulage: ["Kuljetus", "Rahti"],
      forwarding: ["Huolinta"],
      warehousing: ["Varasto"],
      food: ["Tukku", "Marjatuonti"],
      building: ["Rakennustarvike", "Puutavara"],
      machinery: ["Konepaja"],
      medical: ["Terveystukku"],
    },
  },
  english: {
    givenNames: ["Priya", "Callum", "Niamh", "Marcus", "Beth", "Owen", "Aisling", "Tunde", "Hannah", "Declan"],
    surnames: words(
      "Ashdown Pemberley Garrowby Thistlewood O’Shaughnessy Kilbride Harcastle Wetherell Okafor Braithwell Quillan Marchbank",
    ),
    places: words("Severnside Blackmere Humberfield Corrib Eastmoor Solentgate Blueridge Tynehead"),
    patterns: [
      "{surname} {trade} {form}",
      "{place} {trade} {form}",
      "{surname} & Daughters {form}",
      "{surname} {partner} {form}",
      "{surname} Bros {trade}",
    ],
    forms: ["Ltd", "plc", "LLP", "Group"],
    trades: {
      haulage: ["Haulage", "Freightways", "Trucking"],
      forwarding: ["Forwarding", "Customs & Cargo"],
      warehousing: ["Storage", "Fulfilment"],
      food: ["Provisions", "Produce", "Chilled Foods"],
      building: ["Aggregates", "Timber & Stone"],
      machinery: ["Engineering", "Lifting Gear"],
      medical: ["Medical Supply", "Clinical Logistics"],
    },
  },
} satisfies Record<string, NameParts>;

function words(list: string): readonly string[] {
  return list.split(" ");
}
