extension Gazetteer {
  /// Countries of the world: `name | other names | adjectives and inhabitants | capitals`.
  ///
  /// A `+` after an adjective adds its plural for the inhabitants (“Russian+”: Russian, Russians).
  /// Capitals and seats of government, which can stand for the country's government, are separated by
  /// `/`; `=` is followed by a capital's other spellings.
  static let countries = """
    Afghanistan||Afghan+|Kabul
    Albania||Albanian+|Tirana
    Algeria||Algerian+|Algiers
    Andorra||Andorran+|Andorra la Vella
    Angola||Angolan+|Luanda
    Antigua and Barbuda|Antigua|Antiguan+|
    Argentina|Argentine Republic|Argentine+, Argentinian+|Buenos Aires
    Armenia||Armenian+|Yerevan=Erevan
    Australia||Australian+, Aussie+|Canberra
    Austria||Austrian+|Vienna
    Azerbaijan||Azerbaijani+, Azeri+|Baku
    Bahamas|the Bahamas|Bahamian+|Nassau
    Bahrain||Bahraini+|Manama
    Bangladesh||Bangladeshi+|Dhaka=Dacca
    Barbados||Barbadian+|Bridgetown
    Belarus|Belorussia, Byelorussia, Republic of Belarus|Belarusian+, Belarussian+, Byelorussian+|Minsk
    Belgium||Belgian+|
    Belize||Belizean+|Belmopan
    Benin||Beninese|Porto-Novo
    Bhutan||Bhutanese|Thimphu
    Bolivia||Bolivian+|La Paz
    Bosnia and Herzegovina|Bosnia, Bosnia-Herzegovina|Bosnian+|Sarajevo
    Botswana||Botswanan+|Gaborone
    Brazil||Brazilian+|Brasilia=Brasília
    Brunei||Bruneian+|Bandar Seri Begawan
    Bulgaria||Bulgarian+|Sofia
    Burkina Faso||Burkinabe|Ouagadougou
    Burundi||Burundian+|Gitega
    Cambodia|Kampuchea|Cambodian+|Phnom Penh
    Cameroon||Cameroonian+|Yaounde=Yaoundé
    Canada||Canadian+|Ottawa
    Cape Verde|Cabo Verde|Cape Verdean+|Praia
    Central African Republic||Central African+|Bangui
    Chad||Chadian+|N'Djamena=N’Djamena
    Chile||Chilean+|Santiago
    China|People's Republic of China, People’s Republic of China, PRC, mainland China|Chinese|Beijing=Peking
    Colombia||Colombian+|Bogota=Bogotá
    Comoros||Comorian+|Moroni
    Congo|Republic of Congo, Congo-Brazzaville, Republic of the Congo|Congolese|Brazzaville
    Democratic Republic of Congo|Democratic Republic of the Congo, DR Congo, DRC, Congo-Kinshasa||Kinshasa
    Costa Rica||Costa Rican+|
    Croatia||Croatian+, Croat+|Zagreb
    Cuba||Cuban+|Havana
    Cyprus||Cypriot+|Nicosia
    Czech Republic|Czechia|Czech+|Prague
    Denmark||Danish, Dane+|Copenhagen
    Djibouti||Djiboutian+|
    Dominica||Dominican+|Roseau
    Dominican Republic|||Santo Domingo
    East Timor|Timor-Leste|Timorese|Dili
    Ecuador||Ecuadorian+, Ecuadorean+|Quito
    Egypt||Egyptian+|Cairo
    El Salvador||Salvadoran+, Salvadorean+|San Salvador
    Equatorial Guinea||Equatoguinean+|Malabo
    Eritrea||Eritrean+|Asmara
    Estonia||Estonian+|Tallinn
    Eswatini|Swaziland|Swazi+|Mbabane
    Ethiopia||Ethiopian+|Addis Ababa
    Fiji||Fijian+|Suva
    Finland||Finnish, Finn+|Helsinki
    France|French Republic|French, Frenchman, Frenchmen, Frenchwoman|Paris
    Gabon||Gabonese|Libreville
    Gambia|the Gambia|Gambian+|Banjul
    Georgia||Georgian+|Tbilisi=Tiflis
    Germany|Federal Republic of Germany, West Germany|German+|Berlin
    Ghana||Ghanaian+|Accra
    Greece||Greek+|Athens
    Grenada||Grenadian+|
    Guatemala||Guatemalan+|Guatemala City
    Guinea||Guinean+|Conakry
    Guinea-Bissau|||Bissau
    Guyana||Guyanese|Georgetown
    Haiti||Haitian+|Port-au-Prince
    Honduras||Honduran+|Tegucigalpa
    Hungary||Hungarian+|Budapest
    Iceland||Icelandic, Icelander+|Reykjavik=Reykjavík
    India||Indian+|New Delhi=Delhi
    Indonesia||Indonesian+|Jakarta=Djakarta
    Iran|Islamic Republic of Iran, Islamic Republic, Persia|Iranian+|Tehran=Teheran
    Iraq||Iraqi+|Baghdad=Bagdad
    Ireland|Republic of Ireland, Irish Republic|Irish, Irishman, Irishmen|Dublin
    Israel|State of Israel, Jewish state|Israeli+|Jerusalem / Tel Aviv
    Italy||Italian+|Rome
    Ivory Coast|Cote d'Ivoire, Côte d'Ivoire, Côte d’Ivoire|Ivorian+|Yamoussoukro
    Jamaica||Jamaican+|
    Japan||Japanese|Tokyo
    Jordan|Hashemite Kingdom|Jordanian+|Amman
    Kazakhstan||Kazakh+, Kazakhstani+|Astana=Nur-Sultan
    Kenya||Kenyan+|Nairobi
    Kiribati||I-Kiribati|Tarawa
    Kosovo||Kosovar+|Pristina=Prishtina
    Kuwait||Kuwaiti+|Kuwait City
    Kyrgyzstan||Kyrgyz, Kyrgyzstani+|Bishkek
    Laos||Laotian+, Lao|Vientiane
    Latvia||Latvian+|Riga
    Lebanon||Lebanese|Beirut
    Lesotho||Basotho|Maseru
    Liberia||Liberian+|Monrovia
    Libya||Libyan+|Tripoli
    Liechtenstein|||Vaduz
    Lithuania||Lithuanian+|Vilnius
    Luxembourg||Luxembourger+|
    Madagascar||Malagasy, Madagascan+|Antananarivo
    Malawi||Malawian+|Lilongwe
    Malaysia||Malaysian+|Kuala Lumpur / Putrajaya
    Maldives|the Maldives|Maldivian+|Malé
    Mali||Malian+|Bamako
    Malta||Maltese|Valletta
    Marshall Islands||Marshallese|Majuro
    Mauritania||Mauritanian+|Nouakchott
    Mauritius||Mauritian+|Port Louis
    Mexico||Mexican+|Mexico City
    Micronesia||Micronesian+|Palikir
    Moldova|Republic of Moldova, Moldavia|Moldovan+|Chisinau=Chișinău; Kishinev
    Monaco||Monegasque+|
    Mongolia||Mongolian+|Ulaanbaatar=Ulan Bator
    Montenegro||Montenegrin+|Podgorica
    Morocco||Moroccan+|Rabat
    Mozambique||Mozambican+|Maputo
    Myanmar|Burma|Burmese|Naypyidaw=Naypyitaw
    Namibia||Namibian+|Windhoek
    Nauru||Nauruan+|
    Nepal||Nepalese, Nepali+|Kathmandu=Katmandu
    Netherlands|the Netherlands, Holland|Dutch, Dutchman, Dutchmen|The Hague
    New Zealand||New Zealander+, Kiwi+|Wellington
    Nicaragua||Nicaraguan+|Managua
    Niger||Nigerien+|Niamey
    Nigeria||Nigerian+|Abuja
    North Korea|DPRK, Democratic People's Republic of Korea, Democratic People’s Republic of Korea|North Korean+|Pyongyang
    North Macedonia|Macedonia|Macedonian+|Skopje
    Norway||Norwegian+|Oslo
    Oman||Omani+|Muscat
    Pakistan||Pakistani+|Islamabad
    Palau||Palauan+|
    Palestine|State of Palestine, Palestinian territories|Palestinian+|Ramallah
    Panama||Panamanian+|Panama City
    Papua New Guinea||Papua New Guinean+|Port Moresby
    Paraguay||Paraguayan+|Asuncion=Asunción
    Peru||Peruvian+|Lima
    Philippines|the Philippines|Philippine, Filipino+, Filipina+|Manila
    Poland||Polish, Pole+|Warsaw
    Portugal||Portuguese|Lisbon
    Qatar||Qatari+|Doha
    Romania|Rumania|Romanian+|Bucharest
    Russia|Russian Federation|Russian+|Moscow
    Rwanda||Rwandan+|Kigali
    Saint Kitts and Nevis|St. Kitts and Nevis|Kittitian+|
    Saint Lucia|St. Lucia|Saint Lucian+|
    Saint Vincent and the Grenadines|St. Vincent and the Grenadines||
    Samoa||Samoan+|Apia
    San Marino||Sammarinese|
    Sao Tome and Principe|São Tomé and Príncipe||
    Saudi Arabia|Kingdom of Saudi Arabia|Saudi+, Saudi Arabian+|Riyadh
    Senegal||Senegalese|Dakar
    Serbia||Serbian+, Serb+|Belgrade
    Seychelles|the Seychelles|Seychellois|
    Sierra Leone||Sierra Leonean+|Freetown
    Singapore||Singaporean+|
    Slovakia|Slovak Republic|Slovak+, Slovakian+|Bratislava
    Slovenia||Slovenian+, Slovene+|Ljubljana
    Solomon Islands||Solomon Islander+|Honiara
    Somalia||Somali+, Somalian+|Mogadishu
    South Africa||South African+|Pretoria
    South Korea|Republic of Korea, ROK|South Korean+|Seoul
    South Sudan||South Sudanese|Juba
    Spain||Spanish, Spaniard+|Madrid
    Sri Lanka|Ceylon|Sri Lankan+|Colombo
    Sudan||Sudanese|Khartoum
    Suriname|Surinam|Surinamese|Paramaribo
    Sweden||Swedish, Swede+|Stockholm
    Switzerland||Swiss|Bern=Berne
    Syria|Syrian Arab Republic|Syrian+|Damascus
    Taiwan|Republic of China|Taiwanese|Taipei
    Tajikistan||Tajik+, Tajikistani+|Dushanbe
    Tanzania||Tanzanian+|Dodoma
    Thailand|Siam|Thai+|Bangkok
    Togo||Togolese|Lome=Lomé
    Tonga||Tongan+|Nukuʻalofa
    Trinidad and Tobago|Trinidad|Trinidadian+|Port of Spain
    Tunisia||Tunisian+|Tunis
    Turkey|Turkiye, Türkiye, Republic of Turkey|Turkish, Turk+|Ankara
    Turkmenistan||Turkmen, Turkmens|Ashgabat
    Tuvalu||Tuvaluan+|
    Uganda||Ugandan+|Kampala
    Ukraine|the Ukraine|Ukrainian+|Kyiv=Kiev; Kyyiv
    United Arab Emirates|UAE, U.A.E., Emirates, the Emirates|Emirati+|Abu Dhabi
    United Kingdom|UK, U.K., Britain, Great Britain|British, Briton+, Brit+|London
    United States|US, U.S., USA, U.S.A., America, United States of America, US of A|American+|Washington=Washington, D.C.; Washington D.C.; Washington DC
    Uruguay||Uruguayan+|Montevideo
    Uzbekistan||Uzbek+, Uzbekistani+|Tashkent
    Vanuatu||Vanuatuan+|Port Vila
    Vatican City|Vatican, the Vatican, Holy See||
    Venezuela||Venezuelan+|Caracas
    Vietnam|Viet Nam|Vietnamese|Hanoi
    Yemen||Yemeni+|Sanaa=Sana'a; Sana’a
    Zambia||Zambian+|Lusaka
    Zimbabwe|Rhodesia|Zimbabwean+|Harare
    Abkhazia||Abkhaz, Abkhazian+|Sukhumi
    Bermuda||Bermudian+|
    Catalonia||Catalan+|
    Chechnya||Chechen+|Grozny
    Crimea|Crimean peninsula, the Crimea, Crimean Peninsula|Crimean+|
    Czechoslovakia||Czechoslovak, Czechoslovakian+|
    East Germany|GDR, German Democratic Republic|East German+|
    England||English, Englishman, Englishmen|
    Gaza Strip|Gaza||
    Gibraltar||Gibraltarian+|
    Greenland||Greenlandic, Greenlander+|Nuuk
    Guam||Guamanian+|
    Hong Kong||Hongkonger+, Hong Konger+|
    Kurdistan|Iraqi Kurdistan|Kurdish, Kurd+|Erbil=Irbil
    Nagorno-Karabakh|Karabakh||Stepanakert
    Northern Ireland|Ulster|Northern Irish|Stormont
    Puerto Rico||Puerto Rican+|
    Scotland||Scottish, Scot+|Holyrood
    South Ossetia||South Ossetian+|Tskhinvali
    Soviet Union|USSR, U.S.S.R.|Soviet+|
    Tibet||Tibetan+|Lhasa
    Transnistria|Transdniestria|Transnistrian+|Tiraspol
    Wales||Welsh, Welshman, Welshmen|
    West Bank|occupied West Bank||
    Western Sahara||Sahrawi+|
    Yugoslavia||Yugoslav+, Yugoslavian+|
    """
}
