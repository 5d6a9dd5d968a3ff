/// Cities from which news is often reported: they make "Brussels: …" a dateline and "Biden: …" none.
enum KnownPlaces {
  /// Whether a folded name, words joined by one space, is on the list.
  static func contains(_ name: String) -> Bool { names.contains(name) }

  private static let names = WordList(
    table, separators: [UInt8(ascii: ","), UInt8(ascii: "\n")])

  private static let table = """
    abidjan, abu dhabi, abuja, accra, addis ababa, aden, ahmedabad, akron, albany, albuquerque, aleppo
    alexandria, algiers, almaty, amman, amritsar, amsterdam, anchorage, andorra la vella, ankara
    annapolis, antananarivo, antwerp, apia, arlington, ashgabat, asmara, astana, asuncion, athens, atlanta
    auckland, austin, baghdad, baku, baltimore, bamako, bangalore, bangkok, bangui, banjul, barcelona
    basel, basra, baton rouge, beersheba, beijing, beirut, belfast, belgrade, belmopan, bengaluru, berlin
    bern, bethlehem, bhopal, bhubaneswar, birmingham, bishkek, bissau, bogota, boise, bologna, bonn
    boston, brasilia, bratislava, brazzaville, brisbane, bristol, brussels, bucharest, budapest, buenos aires
    buffalo, bujumbura, cairo, calcutta, calgary, canberra, cape town, caracas, cardiff, casablanca
    charlotte, chandigarh, chennai, chicago, chisinau, cincinnati, cleveland, cologne, colombo, columbus
    conakry, copenhagen, cotonou, dakar, dallas, damascus, dar es salaam, davos, dehradun, delhi, denver
    des moines, detroit, dhaka, dili, djibouti, dnipro, dodoma, doha, donetsk, dubai, dublin, durban
    dushanbe, edinburgh, edmonton, erbil, fargo, frankfurt, freetown, gaborone, gaza, gaza city, gdansk
    geneva, genoa, georgetown, glasgow, goma, grozny, guadalajara, guangzhou, guatemala city, guwahati
    haifa, hamburg, hanoi, harare, harrisburg, havana, helsinki, hiroshima, ho chi minh city, hong kong
    honolulu, houston, hyderabad, idlib, indianapolis, irpin, islamabad, istanbul, izmir, jackson
    jaipur, jakarta, jammu, jeddah, jerusalem, johannesburg, juba, kabul, kampala, kandahar, kano, kansas city
    karachi, kathmandu, kazan, khartoum, kharkiv, kharkov, kherson, kiev, kigali, kingston, kinshasa, kochi
    kolkata, krakow, kramatorsk, kuala lumpur, kuwait city, kyiv, kyoto, la paz, lagos, lahore, las vegas
    lausanne, leeds, leipzig, libreville, lilongwe, lima, lisbon, little rock, liverpool, ljubljana, lome
    london, los angeles, louisville, luanda, lucknow, luhansk, lusaka, luxembourg, lviv, lyon, macau, madison
    madrid, makhachkala, malabo, male, managua, manama, manchester, manila, maputo, mariupol, marrakech
    marseille, maseru, mbabane, mecca, melbourne, memphis, mexico city, miami, milan, milwaukee
    minneapolis, minsk, mogadishu, monaco, monrovia, monterrey, montevideo, montreal, moroni, moscow, mosul
    mumbai, munich, muscat, mykolaiv, n'djamena, nablus, nagpur, nairobi, nanjing, naples, nashville, nassau
    naypyidaw, new delhi, new orleans, new york, newark, niamey, nice, nicosia, nouakchott, novosibirsk
    nur sultan, nuuk, oakland, odesa, odessa, oklahoma city, omaha, orlando, osaka, oslo, ottawa, ouagadougou
    palermo, panama city, panaji, paramaribo, paris, patna, perth, peshawar, philadelphia, phnom penh
    phoenix, pittsburgh, podgorica, port au prince, port louis, port moresby, port of spain, portland
    porto, porto novo, prague, praia, pretoria, pristina, providence, pune, pyongyang, quebec city
    quetta, quito, rabat, raleigh, ramallah, ranchi, rangoon, rawalpindi, reykjavik, richmond, riga
    rio de janeiro, riyadh, rome, rostov on don, rotterdam, sacramento, saint petersburg, salt lake city
    salvador, san antonio, san diego, san francisco, san jose, san juan, san salvador, sanaa, santiago
    santo domingo, sao paulo, sarajevo, sderot, seattle, seoul, sevastopol, seville, shanghai, sharjah
    shenzhen, shillong, shimla, simferopol, singapore, skopje, sochi, sofia, srinagar, st petersburg
    st louis, st paul, stavanger, stockholm, strasbourg, stuttgart, surat, suva, sydney, taipei, tallahassee
    tallinn, tampa, tashkent, tbilisi, tegucigalpa, tehran, tel aviv, the hague, thimphu, thiruvananthapuram
    tijuana, tirana, tokyo, toronto, trenton, tripoli, tunis, turin, ulan bator, ulaanbaatar, united nations
    utrecht, vaduz, valencia, valletta, vancouver, varanasi, vatican, vatican city, venice, victoria, vienna
    vientiane, vilnius, visakhapatnam, vladivostok, warsaw, washington, washington dc, washington d c
    wellington, wilmington, winnipeg, wuhan, yangon, yaounde, yekaterinburg, yerevan, zagreb
    zaporizhzhia, zhengzhou, zurich
    """
}
